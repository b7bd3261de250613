package io.painchain.kubernetes.projection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;

/** Keyed digests: whether values differ can be told, what they are cannot. */
public final class Digests {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /** @param key any secret; what is made of it serves no other purpose */
    public Digests(String key) {
        try {
            Mac derived = Mac.getInstance(ALGORITHM);
            derived.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] own = derived.doFinal("painchain kubernetes digests".getBytes(StandardCharsets.UTF_8));
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(own, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    public synchronized int of(String text) {
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getInt();
    }

    public int of(JsonNode value) {
        return of(value.toString());
    }

    /** Shows whether another process has the same key. */
    public String keyId() {
        return hex(of("key"), 8);
    }

    static String hex(int digest, int digits) {
        return HexFormat.of().toHexDigits(digest).substring(0, digits);
    }
}
