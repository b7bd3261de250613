package io.painchain.backend.user.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.painchain.model.validation.CleanText;

/** The body of {@code POST /api/invitations/acceptance}. */
public record AcceptanceRequest(@NotBlank @Size(max = 200) @CleanText String token) {
}
