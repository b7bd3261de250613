package io.painchain.backend.connector.schema;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.connector.schema.Subschemas.Place;

/** Makes unknown fields an error in every object whose fields the schema lists, unless the schema itself says otherwise. */
final class ClosedSchema {

    private final JsonNode root;

    private ClosedSchema(JsonNode root) {
        this.root = root;
    }

    static JsonNode of(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        var closing = new ClosedSchema(copy);
        closing.close(new Place("", copy));
        copy.path("$defs").forEach(closing::closeWithin);
        return copy;
    }

    private void close(Place place) {
        if (!(place.schema() instanceof ObjectNode schema)) {
            return;
        }
        closeWithin(schema);
        if (listsFields(schema, Collections.newSetFromMap(new IdentityHashMap<>())) && !schema.has("additionalProperties")
                && !schema.has("unevaluatedProperties")) {
            // The plain keyword where it suffices: it names the unknown field even beside other errors.
            schema.put(hasSiblings(place) ? "unevaluatedProperties" : "additionalProperties", false);
        }
    }

    /** For a schema that shares its value with others: only nested objects can be closed. */
    private void closeWithin(JsonNode schema) {
        if (!schema.isObject()) {
            return;
        }
        var place = new Place("", schema);
        Subschemas.nested(place).forEach(this::close);
        Subschemas.sameValue(place).forEach(same -> closeWithin(same.schema()));
    }

    private boolean listsFields(JsonNode schema, Set<JsonNode> visited) {
        if (!schema.isObject() || !visited.add(schema)) {
            return false;
        }
        if (schema.has("properties") || schema.has("patternProperties")) {
            return true;
        }
        return listsFields(Subschemas.resolve(root, schema.path("$ref").asText()), visited)
                || Subschemas.sameValue(new Place("", schema)).stream().anyMatch(same -> listsFields(same.schema(), visited));
    }

    private static boolean hasSiblings(Place place) {
        return place.schema().has("$ref") || Subschemas.sameValue(place).stream().anyMatch(same -> same.schema().isObject());
    }
}
