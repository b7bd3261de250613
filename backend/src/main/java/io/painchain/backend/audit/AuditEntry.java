package io.painchain.backend.audit;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * One change, before it has its place in the chain.
 *
 * @param tenantId as stored
 * @param at to the microsecond, which is all that the database keeps
 * @param action the operation's id in the API's document
 * @param before JSON of what differs, or {@code null}
 */
@Schema(hidden = true)
public record AuditEntry(String tenantId, Instant at, Actor actor, String action, String kind, @Nullable String objectId,
        @Nullable String before, @Nullable String after) {

    /** Who, and from where; all {@code null} where nobody has to say who they are. */
    public record Actor(@Nullable String name, @Nullable String role, @Nullable UUID keyId, @Nullable UUID userId,
            @Nullable String address, @Nullable String requestId) {
    }
}
