package io.painchain.backend.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.inject.Singleton;

import io.painchain.backend.datafolder.SecretSource;
import io.quarkus.runtime.Startup;

/** Created at the first start where none is given. */
@Singleton
@Startup
public class ConnectorKey {

    private static final String NAME = "connector-key";
    private static final int SHORTEST = 16;
    private static final int RANDOM_BYTES = 32;

    private final byte[] digest;

    ConnectorKey(SecretSource secrets) {
        this.digest = sha256(checked(secrets.secret(NAME, ConnectorKey::generate)));
    }

    /** In constant time; digests hide the length. */
    boolean matches(String candidate) {
        return MessageDigest.isEqual(digest, sha256(candidate));
    }

    byte[] digest() {
        return digest.clone();
    }

    /** 256 random bits in characters that need no quoting. */
    public static String generate() {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
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

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
