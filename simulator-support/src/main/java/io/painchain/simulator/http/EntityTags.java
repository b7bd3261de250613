package io.painchain.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Entity tags: a digest over the body and whatever else an answer depends on. */
public final class EntityTags {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private EntityTags() {
    }

    public static String digest(String seed, byte[] body) {
        MessageDigest sha256 = sha256();
        sha256.update(seed.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha256.digest(body));
    }

    /** Compares weakly, as If-None-Match does. */
    public static boolean matches(String ifNoneMatch, String digest) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String tag : COMMA.split(ifNoneMatch.trim())) {
            if (tag.equals("*") || tag.replaceFirst("^W/", "").equals("\"" + digest + "\"")) {
                return true;
            }
        }
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
