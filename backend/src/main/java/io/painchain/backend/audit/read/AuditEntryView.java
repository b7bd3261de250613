package io.painchain.backend.audit.read;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * Who changed what.
 *
 * @param seq counted from 1 for each tenant
 * @param actor a user's or a key's name, or {@code null} where nobody has to have one
 * @param address which the request came from
 * @param action the operation's id in this document
 * @param kind of object; {@code request} where only the request is known
 * @param before what differs, secrets masked; {@code null} for what was created
 * @param after what differs, secrets masked; {@code null} for what was removed
 * @param hash over the entry and the hash of the one before it
 */
@Schema(name = "AuditEntry")
public record AuditEntryView(long seq, Instant at, @Nullable String actor, @Nullable String role, @Nullable String keyId,
        @Nullable String userId, @Nullable String address, @Nullable String requestId, String action, String kind,
        @Nullable String objectId,
        @JsonRawValue @Nullable @Schema(implementation = Object.class) String before,
        @JsonRawValue @Nullable @Schema(implementation = Object.class) String after, String hash) {
}
