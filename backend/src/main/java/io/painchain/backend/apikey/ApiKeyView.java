package io.painchain.backend.apikey;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * A key as it is listed; the key itself is shown only once.
 *
 * @param tenantId {@code null} for the self-hosted tenant, and for keys of the installation
 * @param connector the one type that a connector's key is for
 * @param lastFour what the key ends with
 * @param createdBy the name of the key that made it
 * @param expiresAt {@code null} for never
 * @param lastUsedAt to the hour, or {@code null}
 */
@Schema(name = "ApiKey")
public record ApiKeyView(String id, @Nullable String tenantId, String name, String role, @Nullable String connector,
        String lastFour, Instant createdAt, String createdBy, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt) {
}
