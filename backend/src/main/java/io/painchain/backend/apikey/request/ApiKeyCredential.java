package io.painchain.backend.apikey.request;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key as it was sent. */
class ApiKeyCredential extends BaseAuthenticationRequest {

    private final String key;
    private final boolean byCookie;

    ApiKeyCredential(String key, boolean byCookie) {
        this.key = key;
        this.byCookie = byCookie;
    }

    boolean isByCookie() {
        return byCookie;
    }

    String key() {
        return key;
    }
}
