package io.painchain.simulator.kubernetes.object;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds JSON in one expression. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {
    }

    /** Names and values in turns; what has no value is left out. */
    public static ObjectNode object(Object... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.set((String) namesAndValues[i], node(namesAndValues[i + 1]));
            }
        }
        return object;
    }

    public static ArrayNode array(Object... values) {
        ArrayNode array = MAPPER.createArrayNode();
        List.of(values).forEach(value -> array.add(node(value)));
        return array;
    }

    private static JsonNode node(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }
}
