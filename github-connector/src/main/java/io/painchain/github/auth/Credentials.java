package io.painchain.github.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.github.api.ApiUrl;

public sealed interface Credentials permits AccessToken, AppCredentials {

    /** Identifies the owner of the quota: a token, or an App's installation. */
    String identity();

    default String key(ApiUrl api) {
        return RateLimitBudgets.keyOf(api.base(), identity());
    }

    /** SHA-256 in hex of the token, or of an installation's ids, because its tokens last an hour. */
    default String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(identity().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
