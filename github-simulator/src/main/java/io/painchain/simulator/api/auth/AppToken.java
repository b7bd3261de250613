package io.painchain.simulator.api.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.api.call.ApiException;

/** The JSON web token by which an App shows who it is; refused in GitHub's words. */
record AppToken(String signedPart, byte[] signature, JsonNode claims) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(10);

    static AppToken parse(String text) throws ApiException {
        String[] parts = text.split("\\.");
        if (parts.length != 3) {
            throw undecodable();
        }
        try {
            JsonNode header = JSON.readTree(decode(parts[0]));
            JsonNode claims = JSON.readTree(decode(parts[1]));
            if (!header.path("alg").asText().equals("RS256") || !claims.isObject()) {
                throw undecodable();
            }
            return new AppToken(parts[0] + "." + parts[1], decode(parts[2]), claims);
        } catch (IOException | IllegalArgumentException e) {
            throw undecodable();
        }
    }

    String issuer() {
        return claims.path("iss").asText();
    }

    void verify(PublicKey key, Instant now) throws ApiException {
        if (!signedBy(key)) {
            throw undecodable();
        }
        JsonNode issued = claims.path("iat");
        if (!issued.isIntegralNumber() || Instant.ofEpochSecond(issued.asLong()).isAfter(now)) {
            throw new ApiException(401, "'Issued at' claim ('iat') must be an Integer representing the time that the "
                    + "assertion was issued");
        }
        JsonNode expires = claims.path("exp");
        if (!expires.isIntegralNumber() || !Instant.ofEpochSecond(expires.asLong()).isAfter(now)) {
            throw new ApiException(401, "'Expiration time' claim ('exp') must be a numeric value representing the "
                    + "future time at which the assertion expires");
        }
        if (Instant.ofEpochSecond(expires.asLong()).isAfter(now.plus(LONGEST))) {
            throw new ApiException(401, "'Expiration time' claim ('exp') is too far in the future");
        }
    }

    private boolean signedBy(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(signedPart.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static ApiException undecodable() {
        return new ApiException(401, "A JSON web token could not be decoded");
    }
}
