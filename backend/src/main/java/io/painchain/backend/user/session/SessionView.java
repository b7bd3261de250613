package io.painchain.backend.user.session;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * A browser in which one is signed in.
 *
 * @param lastUsedAt to the minute
 * @param address which it signed in from
 * @param userAgent what the browser says of itself
 * @param current whether it is the one that asks
 */
@Schema(name = "Session")
public record SessionView(String id, Instant createdAt, Instant lastUsedAt, Instant expiresAt, @Nullable String address,
        @Nullable String userAgent, boolean current) {
}
