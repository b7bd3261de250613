package io.painchain.backend.user.invitation;

/** @param token shown this once, and stored nowhere; the dashboard's address for it is {@code /invitation#token} */
public record CreatedInvitation(String token, InvitationView stored) {
}
