package io.painchain.backend.apikey;

import java.time.Instant;

import io.painchain.backend.id.TenantKey;
import io.painchain.backend.security.Caller;

/** What is known of a key that was sent out once. */
public record StoredKey(TenantKey key, Caller caller, Instant revokedAt, Instant lastUsedAt) {

    /** @return {@code null} for a valid key */
    String refusal(Instant now) {
        if (revokedAt != null) {
            return "revoked";
        }
        return caller.expiresAt() != null && !caller.expiresAt().isAfter(now) ? "expired" : null;
    }
}
