package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;

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
@JsonSerialize(using = EventViewSerializer.class)
public record EventView(String id, @Nullable String tenantId, @Nullable String integrationId, @Nullable String integrationName,
        String title,
        String connector, String project, String type, Instant timestamp, @Nullable Instant endTimestamp,
        @Nullable Instant asOf,
        @Nullable String externalId, @Nullable String description, @Nullable String author, @Nullable String url,
        @Nullable String status, @Nullable List<String> tags, @Nullable String entity,
        @Nullable List<String> correlationKeys, @Nullable Map<String, Object> data, long revision, Instant receivedAt,
        Instant updatedAt) {
}
