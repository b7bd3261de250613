package io.painchain.github.auth;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads RSA keys in PEM: PKCS#1, as GitHub issues them, and PKCS#8, as tools convert them. */
final class PrivateKeys {

    private static final Pattern PEM = Pattern
            .compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]++)-----END (?:RSA )?PRIVATE KEY-----");
    /** DER: the version, and RSA's identifier with its empty parameters. */
    private static final byte[] RSA_HEADER = { 2, 1, 0, 0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7,
            0x0d, 1, 1, 1, 5, 0 };
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;
    private static final int SHORTEST = 2_048;

    private PrivateKeys() {
    }

    /** @throws IllegalArgumentException with a sentence for the user that contains nothing of the key */
    static RSAPrivateKey parse(String text) {
        // Environments and JSON files often carry the key in one line.
        Matcher pem = PEM.matcher(text.replace("\\n", "\n").strip());
        if (!pem.matches()) {
            throw new IllegalArgumentException("privateKey must be the App's whole PEM file, from"
                    + " -----BEGIN RSA PRIVATE KEY----- to -----END RSA PRIVATE KEY-----, without a passphrase");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(pem.group(1) == null ? der : wrapped(der)));
            if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= SHORTEST) {
                return rsa;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "privateKey is damaged: it is no RSA key; download a new one from the App's page",
                    null);
        }
        throw new IllegalArgumentException("privateKey is too short for RS256: it needs at least " + SHORTEST + " bits");
    }

    /** Neither the JDK nor SmallRye's KeyUtils reads PKCS#1, the only format that GitHub issues. */
    private static byte[] wrapped(byte[] pkcs1) {
        byte[] inner = tagged(OCTETS, pkcs1);
        byte[] content = new byte[RSA_HEADER.length + inner.length];
        System.arraycopy(RSA_HEADER, 0, content, 0, RSA_HEADER.length);
        System.arraycopy(inner, 0, content, RSA_HEADER.length, inner.length);
        return tagged(SEQUENCE, content);
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        if (content.length < 0x80) {
            der.write(content.length);
        } else if (content.length < 0x100) {
            der.write(0x81);
            der.write(content.length);
        } else {
            der.write(0x82);
            der.write(content.length >> 8);
            der.write(content.length & 0xff);
        }
        der.writeBytes(content);
        return der.toByteArray();
    }
}
