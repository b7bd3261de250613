package io.painchain.simulator.gitlab.api.call;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What a route answers. */
public record Answer(JsonNode body, Map<String, String> headers) {

    public static Answer of(JsonNode body) {
        return new Answer(body, new LinkedHashMap<>());
    }

    public Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }
}
