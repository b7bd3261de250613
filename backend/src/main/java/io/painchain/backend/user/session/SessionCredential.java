package io.painchain.backend.user.session;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/**
 * A browser's cookie as it was sent.
 *
 * @see SessionIdentities
 */
class SessionCredential extends BaseAuthenticationRequest {

    private final byte[] digest;
    private final String wantedTenant;

    SessionCredential(byte[] digest, String wantedTenant) {
        this.digest = digest.clone();
        this.wantedTenant = wantedTenant;
    }

    byte[] digest() {
        return digest.clone();
    }

    /** {@code null} where none is named */
    String wantedTenant() {
        return wantedTenant;
    }
}
