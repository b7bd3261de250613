package io.painchain.backend.apikey;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.painchain.backend.id.TenantKey;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;

/** What is known of a key that was sent out once. */
public record StoredKey(TenantKey key, Caller caller, Instant revokedAt, Instant lastUsedAt, Maker maker) {

    /**
     * @param id {@code null} where no person made it, nor the key that did
     * @param role now; {@code null} without a person, and where the person is gone
     */
    record Maker(UUID id, Role role) {

        static final Maker NOBODY = new Maker(null, null);

        boolean isGone() {
            return id != null && role == null;
        }
    }

    /** @return whose end, as a member, ends the key */
    public Optional<UUID> makerId() {
        return Optional.ofNullable(maker.id());
    }

    /** @return {@code null} for a valid key */
    String refusal(Instant now) {
        if (revokedAt != null) {
            return "revoked";
        }
        if (maker.isGone()) {
            return "suspended";
        }
        return caller.expiresAt() != null && !caller.expiresAt().isAfter(now) ? "expired" : null;
    }
}
