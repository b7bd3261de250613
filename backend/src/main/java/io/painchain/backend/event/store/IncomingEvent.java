package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A valid draft, completed: one row of the upsert.
 *
 * @param id for a new event
 * @param scope within which the external id is unique
 * @param data JSON
 * @param removedKeys keys to remove from stored {@code data}
 * @param search a {@code tsvector}
 */
public record IncomingEvent(String tenantId, UUID integrationId, UUID id, String scope, String externalId, String connector,
        String project, String type, String title,
        Instant timestamp, Instant endTimestamp, Instant asOf, String description, String author, String url, String status,
        List<String> tags, String entity, List<String> correlationKeys, String data, List<String> removedKeys,
        String search) {

    /** Equal for drafts of the same event; the own id where each draft is a new event. */
    public Object identity() {
        return externalId == null ? id : List.of(tenantId, scope, externalId);
    }
}
