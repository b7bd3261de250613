package io.painchain.github.auth;

import java.security.interfaces.RSAPrivateKey;

/**
 * A GitHub App, as installed somewhere.
 *
 * @param appId its id or client id
 * @param installationId where it is installed
 */
public record AppCredentials(String appId, RSAPrivateKey privateKey, long installationId) implements Credentials {

    @Override
    public String identity() {
        return "app:" + appId + ":" + installationId;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "GitHub App " + appId + ", installation " + installationId;
    }
}
