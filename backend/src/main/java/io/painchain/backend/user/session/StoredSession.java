package io.painchain.backend.user.session;

import java.time.Instant;
import java.util.UUID;

/** @param expiresAt whatever the browser does */
record StoredSession(UUID id, UUID userId, Instant createdAt, Instant lastUsedAt, Instant expiresAt, String address,
        String userAgent) {
}
