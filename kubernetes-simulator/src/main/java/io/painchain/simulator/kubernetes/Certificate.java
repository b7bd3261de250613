package io.painchain.simulator.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate of every simulator for localhost and 127.0.0.1. Its key is public, so it protects nothing. */
public final class Certificate {

    private static final char[] PASSWORD = "simulator".toCharArray();

    private Certificate() {
    }

    /** As PEM, for the client to trust. */
    public static String authority() {
        try (InputStream pem = Certificate.class.getResourceAsStream("ca.pem")) {
            return new String(pem.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerSocketFactory sockets() {
        try (InputStream file = Certificate.class.getResourceAsStream("simulator.p12")) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Cannot use the certificate", e);
        }
    }
}
