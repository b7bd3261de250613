package io.painchain.simulator.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What a route answers with status 200. */
record Answer(JsonNode body, Map<String, String> headers, Instant lastModified) {

    static Answer of(JsonNode body) {
        return new Answer(body, new LinkedHashMap<>(), null);
    }

    Answer lastModified(Instant moment) {
        return new Answer(body, headers, moment);
    }

    Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }
}
