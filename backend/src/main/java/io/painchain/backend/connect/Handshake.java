package io.painchain.backend.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import io.painchain.backend.security.RandomToken;
import io.painchain.model.connect.ConnectInput;

/** What one step is recognised by when the browser comes back: the state, and PKCE's verifier (RFC 7636, S256). */
record Handshake(String state, String verifier) {

    static Handshake make() {
        return new Handshake(RandomToken.generate(), RandomToken.generate());
    }

    byte[] nonce() {
        return RandomToken.digest(state);
    }

    /** @param before the verifier of the step that is answered; {@code null} at first */
    ConnectInput.Handshake toWire(String before, String redirectUrl, String webhookUrl) {
        return new ConnectInput.Handshake(state, challenge(), before, redirectUrl, webhookUrl);
    }

    private String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
