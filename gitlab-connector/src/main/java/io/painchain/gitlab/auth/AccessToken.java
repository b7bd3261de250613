package io.painchain.gitlab.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.gitlab.api.ServerUrl;

/** A personal, group or project access token. */
public record AccessToken(String token) {

    /** @throws IllegalArgumentException with a sentence for the user */
    public static AccessToken parse(Object value) {
        String token = value instanceof String text ? text.strip() : "";
        if (!token.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    "No usable token: enter a GitLab personal, group or project access token with the scope read_api");
        }
        return new AccessToken(token);
    }

    public String key(ServerUrl server) {
        return RateLimitBudgets.keyOf(server.base(), token);
    }

    /** SHA-256 in hex. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Omits the token, which must not get into a log. */
    @Override
    public String toString() {
        return "an access token";
    }
}
