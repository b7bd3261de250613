package io.painchain.backend.apikey;

import java.time.Instant;
import java.util.UUID;

import io.painchain.backend.id.TenantKey;
import io.painchain.backend.security.Caller;

/** What is known of a key that was sent out once. */
public record StoredKey(TenantKey key, Caller caller, Instant revokedAt, Instant lastUsedAt, Maker maker) {

    /** @param id {@code null} where no person made it, nor the key that did */
    record Maker(UUID id, boolean gone) {
    }

    /** @return {@code null} for a valid key */
    String refusal(Instant now) {
        if (revokedAt != null) {
            return "revoked";
        }
        if (maker.gone()) {
            return "suspended";
        }
        return caller.expiresAt() != null && !caller.expiresAt().isAfter(now) ? "expired" : null;
    }
}
