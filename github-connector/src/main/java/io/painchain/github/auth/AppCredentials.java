package io.painchain.github.auth;

import java.security.interfaces.RSAPrivateKey;

/** {@code appId} is the App's id or its client id. */
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
