package io.painchain.backend.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key that makes its bearer the connector principal. */
@Singleton
class ConnectorKey {

    private final byte[] key;

    ConnectorKey(@ConfigProperty(name = "painchain.connector-key") String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in constant time. */
    boolean matches(String candidate) {
        return MessageDigest.isEqual(key, candidate.getBytes(StandardCharsets.UTF_8));
    }
}
