package io.painchain.backend.subscription;

import java.security.SecureRandom;
import java.util.Base64;

/** A key of the Standard Webhooks: {@code whsec_} and 24 to 64 bytes in base64. */
public final class SigningSecret {

    static final String RULE = "must be whsec_ and 24 to 64 bytes in base64";

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SigningSecret() {
    }

    static String generate() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    static boolean isSound(String secret) {
        try {
            int bytes = key(secret).length;
            return secret.startsWith(PREFIX) && bytes >= SHORTEST && bytes <= LONGEST;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
    }
}
