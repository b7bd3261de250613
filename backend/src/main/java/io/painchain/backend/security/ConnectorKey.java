package io.painchain.backend.security;

import java.security.MessageDigest;

import jakarta.inject.Singleton;

import io.painchain.backend.datafolder.SecretSource;
import io.quarkus.runtime.Startup;

/** Created at the first start where none is given. */
@Singleton
@Startup
public class ConnectorKey {

    private static final String NAME = "connector-key";
    private static final int SHORTEST = 16;

    private final byte[] digest;

    ConnectorKey(SecretSource secrets) {
        this.digest = RandomToken.digest(checked(secrets.secret(NAME, ConnectorKey::generate)));
    }

    /** In constant time; digests hide the length. */
    boolean matches(String candidate) {
        return MessageDigest.isEqual(digest, RandomToken.digest(candidate));
    }

    byte[] digest() {
        return digest.clone();
    }

    public static String generate() {
        return RandomToken.generate();
    }

    static String checked(String key) {
        if (key.length() < SHORTEST) {
            throw new IllegalStateException("PAINCHAIN_CONNECTOR_KEY is too weak: it has %d characters and needs at least %d. "
                    .formatted(key.length(), SHORTEST) + "Unset it to have one made, or set one of `openssl rand -hex 32`.");
        }
        if (key.chars().distinct().count() < SHORTEST / 2) {
            throw new IllegalStateException("PAINCHAIN_CONNECTOR_KEY is too weak: it repeats few characters. "
                    + "Unset it to have one made, or set one of `openssl rand -hex 32`.");
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalStateException("PAINCHAIN_CONNECTOR_KEY must be one line of visible ASCII without blanks, "
                    + "as an HTTP header can carry nothing else.");
        }
        return key;
    }
}
