package io.painchain.backend.user.invitation;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An invitation that waits for who it is for.
 *
 * @param createdBy the name of who made it
 */
@Schema(name = "Invitation")
public record InvitationView(String id, String email, String role, Instant createdAt, String createdBy, Instant expiresAt) {
}
