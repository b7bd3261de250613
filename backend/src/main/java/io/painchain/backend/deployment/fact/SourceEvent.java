package io.painchain.backend.deployment.fact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** An event as far as facts are read of it. */
public record SourceEvent(UUID id, String connector, String project, String type, Instant timestamp, Instant endTimestamp,
        String status, String entity, List<String> keys, JsonNode data, Instant updatedAt) {
}
