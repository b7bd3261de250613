package io.painchain.simulator.gitlab.rig;

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
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The text at a pointer such as {@code /0/status}; null where there is none. */
    public String at(String pointer) {
        JsonNode node = json().at(pointer);
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    /** One field of all items of a list. */
    public List<String> each(String pointer) {
        List<String> values = new ArrayList<>();
        json().forEach(item -> values.add(item.at(pointer).asText()));
        return values;
    }

    /** The address that Link gives for a relation; null where there is none. */
    public String link(String relation) {
        for (String link : headers.firstValue("Link").orElse("").split(", ")) {
            if (link.endsWith("rel=\"" + relation + "\"")) {
                return link.substring(1, link.indexOf('>'));
            }
        }
        return null;
    }
}
