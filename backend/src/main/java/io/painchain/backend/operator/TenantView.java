package io.painchain.backend.operator;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * A tenant that was created, or that somebody spoke of.
 *
 * @param suspendedAt since when nobody of it gets in, or {@code null}
 */
@Schema(name = "Tenant")
public record TenantView(String id, Instant createdAt, @Nullable Instant suspendedAt) {
}
