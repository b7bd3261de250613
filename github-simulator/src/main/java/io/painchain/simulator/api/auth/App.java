package io.painchain.simulator.api.auth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A GitHub App, known by its number or its client id, with the key that its tokens are checked against. */
public record App(long id, String clientId, String slug, PublicKey key) {

    /** The key as PEM ({@code BEGIN PUBLIC KEY}). */
    public static App of(long id, String slug, String publicKeyPem) {
        return new App(id, "Iv23li" + Long.toHexString(id), slug, read(publicKeyPem));
    }

    boolean is(String issuer) {
        return Long.toString(id).equals(issuer) || clientId.equals(issuer);
    }

    private static PublicKey read(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not a public RSA key in PEM", e);
        }
    }
}
