package io.painchain.github.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** The token by which an App proves to GitHub that it is itself: RS256, from a minute ago for nine minutes. */
final class AppJwt {

    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
    /** GitHub refuses tokens of the future; its clock may be behind ours. */
    private static final int BACK = 60;
    private static final int AHEAD = 480;

    private AppJwt() {
    }

    static String of(AppCredentials app, Instant now) {
        String claims = "{\"iat\":" + (now.getEpochSecond() - BACK) + ",\"exp\":" + (now.getEpochSecond() + AHEAD)
                + ",\"iss\":\"" + app.appId() + "\"}";
        String signed = encode(HEADER.getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(app.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an RSA key of 2048 bits signs", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
