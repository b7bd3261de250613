package io.painchain.backend.subscription.drain;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.subscription.Endpoint;
import io.painchain.backend.subscription.outbox.DueMessage;

/** Messages as requests. Pure functions. */
final class Requests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {
    }

    static OutgoingRequest webhook(Endpoint endpoint, DueMessage message, Instant now) {
        var headers = new LinkedHashMap<>(Map.of("Content-Type", "application/cloudevents+json; charset=utf-8"));
        headers.putAll(Signature.headers(message.wireId(), now, message.body(), endpoint.secrets()));
        return new OutgoingRequest("POST", URI.create(endpoint.url()), headers, message.body(), null);
    }

    static OutgoingRequest chat(Endpoint endpoint, List<DueMessage> messages) {
        return new OutgoingRequest("POST", URI.create(endpoint.url()), Map.of("Content-Type", "application/json"),
                ChatBody.of(messages.stream().map(Requests::event).toList()), null);
    }

    /** An event that is shown already is changed. */
    static OutgoingRequest annotation(Endpoint endpoint, DueMessage message) {
        var base = endpoint.url().replaceAll("/$", "") + "/api/annotations";
        var headers = Map.of("Content-Type", "application/json", "Authorization", "Bearer " + endpoint.secrets().get(0));
        var body = AnnotationBody.of(event(message));
        return message.remoteId() == null ? new OutgoingRequest("POST", URI.create(base), headers, body, "/id")
                : new OutgoingRequest("PATCH", URI.create(base + "/" + message.remoteId()), headers, body, null);
    }

    private static JsonNode event(DueMessage message) {
        try {
            return JSON.readTree(message.body()).path("data");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored message is JSON", e);
        }
    }
}
