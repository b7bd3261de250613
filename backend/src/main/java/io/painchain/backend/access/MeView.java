package io.painchain.backend.access;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * Who calls.
 *
 * @param mode {@code open}, {@code keys}, {@code oidc} or {@code keys,oidc}
 * @param name the user's or the key's, or {@code null} where nobody has to have one
 * @param role the one in this tenant, {@code guest} in none; {@code null} where nobody has to have one
 * @param rights what the caller may: read, write, configure, keys, members, audit, tenants, connect
 * @param tenantId {@code null} for the self-hosted tenant, and for keys of the installation
 * @param expiresAt when the key or the session ends, or {@code null}
 * @param user {@code null} unless somebody signed in at a provider
 */
@Schema(name = "Me")
public record MeView(String mode, @Nullable String name, @Nullable String role, List<String> rights,
        @Nullable String tenantId, @Nullable Instant expiresAt, @Nullable MeUser user) {

    /**
     * Who signed in.
     *
     * @param email as the provider verified it, or {@code null}
     * @param tenants which they may choose from by {@code x-tenant-id}
     */
    @Schema(name = "MeUser")
    public record MeUser(String id, @Nullable String email, List<MeTenant> tenants) {
    }

    /** @param tenantId {@code null} for the self-hosted one, which is chosen by no header */
    @Schema(name = "MeTenant")
    public record MeTenant(@Nullable String tenantId, String role) {
    }
}
