package io.painchain.backend.user.invitation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/** @param tenantId which the user is a member of now; {@code null} for the self-hosted one */
@Schema(name = "Acceptance")
public record AcceptanceView(@Nullable String tenantId, String role) {
}
