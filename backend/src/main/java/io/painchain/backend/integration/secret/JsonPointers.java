package io.painchain.backend.integration.secret;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A pattern has {@code *} for every array index, as items move; a field named {@code *} is {@code ~2}. */
final class JsonPointers {

    private JsonPointers() {
    }

    static Map<String, String> patterns(JsonNode document) {
        var patterns = new LinkedHashMap<String, String>();
        collect(document, "", "", patterns);
        return patterns;
    }

    static void replace(JsonNode document, String pointer, JsonNode value) {
        var path = JsonPointer.compile(pointer);
        var parent = document.at(path.head());
        if (parent instanceof ObjectNode object) {
            object.set(path.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(path.last().getMatchingIndex(), value);
        }
    }

    private static void collect(JsonNode value, String pointer, String pattern, Map<String, String> patterns) {
        patterns.put(pointer, pattern);
        value.properties().forEach(field -> {
            var name = field.getKey().replace("~", "~0").replace("/", "~1");
            collect(field.getValue(), pointer + "/" + name, pattern + "/" + name.replace("*", "~2"), patterns);
        });
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(value.get(i), pointer + "/" + i, pattern + "/*", patterns);
        }
    }
}
