package io.painchain.backend.connector.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

public final class Subschemas {

    static final List<String> SAME_VALUE = List.of("if", "then", "else", "not");
    static final List<String> SAME_VALUE_LISTS = List.of("allOf", "anyOf", "oneOf");
    static final String SAME_VALUE_BY_FIELD = "dependentSchemas";
    static final List<String> FIELDS = List.of("additionalProperties", "unevaluatedProperties");
    static final List<String> ITEMS = List.of("items", "contains", "unevaluatedItems");
    static final String ITEM_LIST = "prefixItems";
    static final List<String> BY_FIELD = List.of("properties", "patternProperties");

    private Subschemas() {
    }

    record Place(String pointer, JsonNode schema) {

        Place child(String key) {
            return new Place(pointer + "/" + escape(key), schema.path(key));
        }

        private List<Place> children(String keyword) {
            var children = new ArrayList<Place>();
            var holder = child(keyword);
            holder.schema().properties().forEach(entry -> children.add(holder.child(entry.getKey())));
            for (int i = 0; holder.schema().isArray() && i < holder.schema().size(); i++) {
                children.add(new Place(holder.pointer() + "/" + i, holder.schema().get(i)));
            }
            return children;
        }
    }

    static List<Place> all(JsonNode schema, String pointer) {
        var places = new ArrayList<Place>();
        collect(new Place(pointer, schema), places);
        return places;
    }

    private static void collect(Place place, List<Place> places) {
        if (!place.schema().isObject()) {
            return;
        }
        places.add(place);
        sameValue(place).forEach(child -> collect(child, places));
        nested(place).forEach(child -> collect(child, places));
        place.children("$defs").forEach(child -> collect(child, places));
        collect(place.child("propertyNames"), places);
        collect(place.child("contentSchema"), places);
    }

    static List<Place> sameValue(Place place) {
        var children = new ArrayList<Place>();
        SAME_VALUE.forEach(keyword -> children.add(place.child(keyword)));
        SAME_VALUE_LISTS.forEach(keyword -> children.addAll(place.children(keyword)));
        children.addAll(place.children(SAME_VALUE_BY_FIELD));
        return children;
    }

    static List<Place> nested(Place place) {
        var children = new ArrayList<Place>();
        FIELDS.forEach(keyword -> children.add(place.child(keyword)));
        ITEMS.forEach(keyword -> children.add(place.child(keyword)));
        children.addAll(place.children(ITEM_LIST));
        BY_FIELD.forEach(keyword -> children.addAll(place.children(keyword)));
        return children;
    }

    /** The target of a {@code $ref} within the schema; a missing node where there is none. */
    public static JsonNode resolve(JsonNode root, String reference) {
        if (reference.equals("#")) {
            return root;
        }
        return reference.startsWith("#/") ? root.at(decoded(reference)) : MissingNode.getInstance();
    }

    private static String decoded(String reference) {
        return URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
