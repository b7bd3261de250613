package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A valid draft with everything filled in that it left to the backend: one row for the upsert.
 *
 * @param integrationId {@code null} for an event without an integration
 * @param id the event's id if it is new
 * @param scope within what the external id is unique
 * @param data what to set, as JSON
 * @param removedKeys keys of {@code data} to remove from what is stored
 * @param search as a {@code tsvector}
 */
public record IncomingEvent(String tenantId, UUID integrationId, UUID id, String scope, String externalId, String connector,
        String project, String type, String title,
        Instant timestamp, Instant endTimestamp, Instant asOf, String description, String author, String url, String status,
        List<String> tags, String entity, List<String> correlationKeys, String data, List<String> removedKeys,
        String search) {

    /** What makes another draft a state of the same event; its own id where it is a new event each time. */
    public Object identity() {
        return externalId == null ? id : List.of(tenantId, scope, externalId);
    }
}
