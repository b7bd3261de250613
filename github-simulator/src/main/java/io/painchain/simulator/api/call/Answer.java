package io.painchain.simulator.api.call;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.http.HttpResponse;

/** What a route answers; without a body it has none to show. */
public record Answer(int status, JsonNode body, Map<String, String> headers, Instant lastModified) {

    public static Answer of(JsonNode body) {
        return new Answer(200, body, new LinkedHashMap<>(), null);
    }

    public static Answer nothing() {
        return new Answer(204, null, new LinkedHashMap<>(), null);
    }

    public Answer status(int other) {
        return new Answer(other, body, headers, lastModified);
    }

    public HttpResponse response() {
        HttpResponse response = body == null ? HttpResponse.empty(status) : HttpResponse.json(status, body.toString());
        response.headers().setAll(headers);
        return response;
    }

    public Answer lastModified(Instant moment) {
        return new Answer(status, body, headers, moment);
    }

    public Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }
}
