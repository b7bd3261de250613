package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An event as the API shows it: the draft's fields, {@code null} where absent, and what the backend knows of it.
 *
 * @param id UUIDv7, kept through every update
 * @param tenantId {@code null} for the self-hosted tenant
 * @param integrationName the integration's name, also after its deletion
 * @param revision 1 for the first state, counted up by each update
 * @param receivedAt when the first state was stored
 * @param updatedAt when the newest state was stored
 */
public record EventView(String id, String tenantId, String integrationId, String integrationName, String title,
        String connector, String project, String type, Instant timestamp, Instant endTimestamp, Instant asOf,
        String externalId, String description, String author, String url, String status, List<String> tags, String entity,
        List<String> correlationKeys, Map<String, Object> data, long revision, Instant receivedAt, Instant updatedAt) {
}
