package io.painchain.backend.apikey;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * The body of {@code POST /api/keys}.
 *
 * @param connector of a connector's key: the type that it is for
 * @param expiresAt {@code null} for never
 */
public record ApiKeyRequest(@NotBlank @Size(max = Limits.NAME) @CleanText String name,
        @NotNull @Pattern(regexp = "owner|admin|member|viewer|connector|operator", message = "must be owner, admin, member, viewer, connector or operator") String role,
        @Pattern(regexp = "[a-z][a-z0-9-]{0,62}", message = "must be the type of a connector") String connector,
        Instant expiresAt) {
}
