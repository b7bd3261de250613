package io.painchain.backend.team;

import java.time.Instant;
import java.util.List;

import org.jetbrains.annotations.Nullable;

/**
 * A team: a name for some tags.
 *
 * @param tenantId {@code null} for the self-hosted tenant
 * @param version counted up by each change; the ETag
 */
public record TeamView(String id, @Nullable String tenantId, String name, List<String> tags, long version, Instant createdAt,
        Instant updatedAt) {
}
