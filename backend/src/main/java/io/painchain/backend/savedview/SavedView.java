package io.painchain.backend.savedview;

import java.time.Instant;

/**
 * A filter that was given a name.
 *
 * @param tenantId {@code null} for the self-hosted tenant
 * @param version counted up by each change; the ETag
 */
public record SavedView(String id, String tenantId, String name, String query, long version, Instant createdAt,
        Instant updatedAt) {
}
