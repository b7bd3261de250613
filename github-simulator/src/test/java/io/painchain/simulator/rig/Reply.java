package io.painchain.simulator.rig;

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

    public int number(String name) {
        return Integer.parseInt(header(name));
    }

    /** The values of one field of all items of a list. */
    public List<String> each(String field) {
        JsonNode list = json().isArray() ? json() : json().get("workflow_runs");
        List<String> values = new ArrayList<>();
        list.forEach(item -> values.add(item.at(field.startsWith("/") ? field : "/" + field).asText()));
        return values;
    }

    /** The address that Link gives for a relation; null where there is none. */
    public String link(String relation) {
        String links = headers.firstValue("Link").orElse("");
        for (String link : links.split(", ")) {
            if (link.endsWith("rel=\"" + relation + "\"")) {
                return link.substring(1, link.indexOf('>'));
            }
        }
        return null;
    }
}
