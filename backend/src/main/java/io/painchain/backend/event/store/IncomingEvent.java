package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One row of the upsert: {@code scope} is where the external id is unique, {@code data} is JSON;
 * {@code removedKeys} leave the stored {@code data}.
 */
public record IncomingEvent(String tenantId, UUID integrationId, UUID id, String scope, String externalId, String connector,
        String project, String type, String title,
        Instant timestamp, Instant endTimestamp, Instant asOf, String description, String author, String url, String status,
        List<String> tags, String entity, List<String> correlationKeys, String data, List<String> removedKeys) {

    /** Equal for drafts of the same event; the own id where each draft is a new event. */
    public Object identity() {
        return externalId == null ? id : List.of(tenantId, scope, externalId);
    }
}
