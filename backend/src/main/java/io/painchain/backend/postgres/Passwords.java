package io.painchain.backend.postgres;

import java.security.SecureRandom;
import java.util.Base64;

public final class Passwords {

    private static final int BYTES = 24;

    private Passwords() {
    }

    /** Letters, digits, {@code -} and {@code _}: safe in SQL, URLs and shells. */
    public static String generate() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
