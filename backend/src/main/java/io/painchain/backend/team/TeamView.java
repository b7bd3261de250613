package io.painchain.backend.team;

import java.time.Instant;
import java.util.List;

/**
 * A team: a name for some tags.
 *
 * @param tenantId {@code null} for the self-hosted tenant
 * @param version counted up by each change; the ETag
 */
public record TeamView(String id, String tenantId, String name, List<String> tags, long version, Instant createdAt,
        Instant updatedAt) {
}
