package io.painchain.backend.user.invitation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code POST /api/invitations}.
 *
 * @param email the address that the provider has to have verified of who accepts
 */
public record InvitationRequest(
        @NotNull @Size(max = 254) @Pattern(regexp = "[!-?A-~]{1,64}@[0-9A-Za-z.-]{1,189}", message = "must be an e-mail address") String email,
        @NotNull @Pattern(regexp = "owner|admin|member|viewer", message = "must be owner, admin, member or viewer") String role) {
}
