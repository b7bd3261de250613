package io.painchain.backend.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

/** HMAC-SHA256 under a key derived from the connector key, which no database holds: compares without revealing. */
@Singleton
public class SecretDigest {

    /** Length of the key id at the beginning of a digest. */
    public static final int KEY_BYTES = 4;

    private static final String ALGORITHM = "HmacSHA256";

    private final ConnectorKey connectorKey;

    SecretDigest(ConnectorKey connectorKey) {
        this.connectorKey = connectorKey;
    }

    public byte[] of(byte[] secret) {
        var digest = mac(key()).doFinal(secret);
        return ByteBuffer.allocate(KEY_BYTES + digest.length).put(keyId()).put(digest).array();
    }

    /** A secret of the installation for one purpose, the same on every backend. */
    public String derived(String purpose) {
        return HexFormat.of().formatHex(mac(connectorKey.digest()).doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] keyId() {
        return Arrays.copyOf(mac(key()).doFinal("key id".getBytes(StandardCharsets.UTF_8)), KEY_BYTES);
    }

    private byte[] key() {
        return mac(connectorKey.digest()).doFinal("digests of secrets".getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available on this platform", e);
        }
    }
}
