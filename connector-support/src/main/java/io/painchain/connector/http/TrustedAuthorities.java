package io.painchain.connector.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

public final class TrustedAuthorities {

    private TrustedAuthorities() {
    }

    /** @throws IllegalArgumentException with one sentence naming the file's {@code setting} */
    public static SSLContext with(Path pem, String setting) {
        try {
            List<Certificate> all = new ArrayList<>(own(pem));
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager known) {
                    all.addAll(List.of(known.getAcceptedIssuers()));
                }
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry("authority-" + i, all.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The certificates of " + setting + " cannot be read from " + pem + ": "
                    + e.getClass().getSimpleName() + "; expected PEM, from -----BEGIN CERTIFICATE----- on", e);
        }
    }

    private static Collection<X509Certificate> own(Path pem) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(pem)));
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("no certificate");
        }
        return certificates.stream().map(X509Certificate.class::cast).toList();
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
