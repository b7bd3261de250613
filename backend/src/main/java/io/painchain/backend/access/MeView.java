package io.painchain.backend.access;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * Who calls.
 *
 * @param mode {@code open} or {@code keys}
 * @param name the key's, or {@code null} where nobody has to have one
 * @param role the key's, or {@code null} where nobody has to have one
 * @param rights what the caller may: read, write, configure, keys, audit, tenants, connect
 * @param tenantId {@code null} for the self-hosted tenant, and for keys of the installation
 * @param expiresAt when the key ends, or {@code null}
 */
@Schema(name = "Me")
public record MeView(String mode, @Nullable String name, @Nullable String role, List<String> rights,
        @Nullable String tenantId, @Nullable Instant expiresAt) {
}
