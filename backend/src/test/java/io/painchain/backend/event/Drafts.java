package io.painchain.backend.event;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Drafts as JSON, to be changed by a test where it matters. */
public final class Drafts {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Drafts() {
    }

    /** A draft as a connector sends it. */
    public static ObjectNode draft(String externalId) {
        return (ObjectNode) json("""
                {"title": "[Workflow] ✓ build - main", "connector": "github", "project": "acme/api",
                 "timestamp": "2026-01-31T12:00:00Z", "externalId": "%s", "asOf": "2026-01-31T12:00:00Z",
                 "type": "workflow_run", "status": "success"}""".formatted(externalId));
    }

    /** A draft as somebody sends it by hand: a new event each time. */
    public static ObjectNode byHand(String title) {
        return (ObjectNode) json("""
                {"title": "%s", "connector": "script", "project": "acme/api", "timestamp": "2026-01-31T12:00:00Z"}"""
                .formatted(title));
    }

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** @param integrationId {@code null} for events without an integration */
    public static String batch(String integrationId, List<? extends JsonNode> events) {
        return batch(integrationId, events, "[]");
    }

    public static String batch(String integrationId, List<? extends JsonNode> events, String checkpoints) {
        return "{\"integrationId\": %s, \"checkpoints\": %s, \"events\": %s}".formatted(
                integrationId == null ? "null" : "\"" + integrationId + "\"", checkpoints,
                events.stream().map(JsonNode::toString).collect(Collectors.joining(",", "[", "]")));
    }
}
