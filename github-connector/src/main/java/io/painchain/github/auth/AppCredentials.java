package io.painchain.github.auth;

import java.security.interfaces.RSAPrivateKey;

/** A GitHub App, as installed somewhere; {@code appId} is its id or client id. */
public record AppCredentials(String appId, RSAPrivateKey privateKey, long installationId) implements Credentials {

    @Override
    public String identity() {
        return "app:" + appId + ":" + installationId;
    }

    @Override
    public String toString() {
        return "GitHub App " + appId + ", installation " + installationId;
    }
}
