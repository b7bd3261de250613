package io.painchain.backend.connector.schema;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.connector.schema.Subschemas.Place;

/** Finds values that a schema marks, e.g. {@code writeOnly}, in every branch: rather one secret too many. */
final class SchemaMarks {

    private final JsonNode root;
    private final String keyword;
    private final Set<String> marked = new LinkedHashSet<>();
    private final Set<String> visited = new HashSet<>();

    private SchemaMarks(JsonNode root, String keyword) {
        this.root = root;
        this.keyword = keyword;
    }

    static Set<String> find(JsonNode schema, JsonNode document, String keyword) {
        var marks = new SchemaMarks(schema, keyword);
        marks.visit(new Place("", schema), document, "");
        return marks.marked;
    }

    private void visit(Place place, JsonNode value, String pointer) {
        if (!place.schema().isObject() || !visited.add(place.pointer() + "\n" + pointer)) {
            return;
        }
        if (place.schema().path(keyword).asBoolean(false)) {
            marked.add(pointer);
        }
        var reference = place.schema().path("$ref");
        if (reference.isTextual()) {
            visit(new Place(reference.textValue(), Subschemas.resolve(root, reference.textValue())), value, pointer);
        }
        Subschemas.sameValue(place).forEach(schema -> visit(schema, value, pointer));
        value.properties().forEach(field -> visitField(place, field.getKey(), field.getValue(), pointer));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            visitItem(place, i, value.get(i), pointer + "/" + i);
        }
    }

    private void visitField(Place place, String name, JsonNode value, String parent) {
        var pointer = parent + "/" + name.replace("~", "~0").replace("/", "~1");
        visit(place.child("properties").child(name), value, pointer);
        var patterns = place.child("patternProperties");
        patterns.schema().fieldNames().forEachRemaining(pattern -> {
            if (Pattern.compile(pattern).matcher(name).find()) {
                visit(patterns.child(pattern), value, pointer);
            }
        });
        if (!place.schema().path("properties").has(name)) {
            Subschemas.FIELDS.forEach(fields -> visit(place.child(fields), value, pointer));
        }
    }

    private void visitItem(Place place, int index, JsonNode value, String pointer) {
        var prefix = place.child(Subschemas.ITEM_LIST);
        visit(new Place(prefix.pointer() + "/" + index, prefix.schema().path(index)), value, pointer);
        Subschemas.ITEMS.forEach(items -> visit(place.child(items), value, pointer));
    }
}
