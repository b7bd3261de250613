package io.painchain.simulator.kubernetes.rig;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An answer as a test looks at it. */
public record Reply(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonNode json() {
        return parse(body);
    }

    /** The text at a pointer such as {@code /metadata/name}; null where there is none. */
    public String at(String pointer) {
        JsonNode node = json().at(pointer);
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    /** The names of a list's items. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        json().path("items").forEach(item -> names.add(item.at("/metadata/name").asText()));
        return names;
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
