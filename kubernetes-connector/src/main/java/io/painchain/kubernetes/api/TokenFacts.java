package io.painchain.kubernetes.api;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service account's token says of itself. @param subject {@code null}: unknown; {@code expiresAt} likewise */
public record TokenFacts(String subject, Instant expiresAt) {

    private static final TokenFacts UNKNOWN = new TokenFacts(null, null);

    public static TokenFacts of(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            return UNKNOWN;
        }
        try {
            JsonNode claims = JsonTree.read(Base64.getUrlDecoder().decode(parts[1]));
            long expiry = claims.path("exp").asLong();
            return new TokenFacts(claims.path("sub").asText(null), expiry == 0 ? null : Instant.ofEpochSecond(expiry));
        } catch (IOException | IllegalArgumentException e) {
            return UNKNOWN;
        }
    }
}
