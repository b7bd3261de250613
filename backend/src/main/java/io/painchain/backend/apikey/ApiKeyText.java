package io.painchain.backend.apikey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import io.painchain.backend.security.RandomToken;

/** {@code pck_}, 30 random characters of 62, and 6 that check them, so that a typing error costs no look at the database. */
public final class ApiKeyText {

    public static final String PREFIX = "pck_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 30;
    private static final int CHECK_LENGTH = 6;
    private static final int LAST = 4;
    private static final Pattern FORM = Pattern.compile("pck_[0-9A-Za-z]{36}");

    private ApiKeyText() {
    }

    public static String generate() {
        var random = new SecureRandom();
        var text = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return text + check(text.substring(PREFIX.length()));
    }

    static boolean isWellFormed(String key) {
        int end = PREFIX.length() + RANDOM_LENGTH;
        return FORM.matcher(key).matches() && check(key.substring(PREFIX.length(), end)).equals(key.substring(end));
    }

    /** Of so many random bits a fast digest reveals nothing. */
    public static byte[] digest(String key) {
        return RandomToken.digest(key);
    }

    public static String lastFour(String key) {
        return key.substring(key.length() - LAST);
    }

    private static String check(String random) {
        var crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        var text = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECK_LENGTH; i++) {
            text.append(DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return text.reverse().toString();
    }
}
