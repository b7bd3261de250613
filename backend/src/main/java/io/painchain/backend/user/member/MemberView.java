package io.painchain.backend.user.member;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * Somebody who belongs to the tenant.
 *
 * @param id of the user
 * @param email as the provider verified it, or {@code null}
 * @param createdBy who invited them
 * @param suspendedAt {@code null} for who may get in
 * @param signedInAt the last time, to whichever tenant
 */
@Schema(name = "Member")
public record MemberView(String id, String name, @Nullable String email, String role, Instant createdAt, String createdBy,
        @Nullable Instant suspendedAt, Instant signedInAt) {
}
