package io.painchain.backend.connect.credential;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A row; all but the integration, the provider, the way and the time may be {@code null}.
 *
 * @param tokens encrypted
 * @param claim names what was granted among all that the provider grants
 * @param exclusive whether one tenant only may have it
 */
record Credential(String tenantId, UUID integrationId, String provider, String way, Sealed tokens, Instant expiresAt,
        List<String> scopes, String account, String accountId, String claim, boolean exclusive, Instant connectedAt,
        String connectedBy, String refreshError) {

    record Sealed(byte[] access, byte[] refresh, byte[] kept) {
    }
}
