package io.painchain.backend.savedview;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * A filter that was given a name.
 *
 * @param tenantId {@code null} for the self-hosted tenant
 * @param version counted up by each change; the ETag
 */
@Schema(name = "SavedView")
public record SavedViewEntry(String id, @Nullable String tenantId, String name, String query, long version, Instant createdAt,
        Instant updatedAt) {
}
