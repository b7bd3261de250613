package io.painchain.backend.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** 256 random bits in characters that need no quoting. Of so many a fast digest reveals nothing. */
public final class RandomToken {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{43}");

    private RandomToken() {
    }

    public static String generate() {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    public static boolean isWellFormed(String token) {
        return token != null && FORM.matcher(token).matches();
    }

    public static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
