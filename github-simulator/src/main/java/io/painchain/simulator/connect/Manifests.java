package io.painchain.simulator.connect;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.api.auth.App;
import io.painchain.simulator.api.auth.Apps;

/** Apps that are made of what a form says. */
final class Manifests {

    /** PKCS#8's frame around an RSA key of 2,048 bits. */
    private static final int FRAME = 26;

    private final Apps apps;
    private final AtomicLong ids = new AtomicLong(500);
    private final Map<String, JsonNode> codes = new ConcurrentHashMap<>();

    Manifests(Apps apps) {
        this.apps = apps;
    }

    /** {@code pem} and the secrets are shown once. */
    record Made(App app, String secret, String webhookSecret, String pem, JsonNode manifest) {

        Client client() {
            return Client.ofApp(app.clientId(), secret, manifest.path("callback_urls").path(0).asText(), app.id());
        }
    }

    String code(JsonNode manifest) {
        String code = "manifest%016d".formatted(ids.incrementAndGet());
        codes.put(code, manifest);
        return code;
    }

    Optional<Made> convert(String code) {
        JsonNode manifest = codes.remove(code);
        return manifest == null ? Optional.empty() : Optional.of(make(manifest));
    }

    private Made make(JsonNode manifest) {
        long id = ids.incrementAndGet();
        KeyPair keys = keys();
        App app = apps.add(new App(id, "Iv23li" + Long.toHexString(id),
                manifest.path("name").asText().toLowerCase().replaceAll("[^a-z0-9]+", "-"), keys.getPublic()));
        byte[] pkcs8 = keys.getPrivate().getEncoded();
        String pem = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(Arrays.copyOfRange(pkcs8, FRAME, pkcs8.length))
                + "\n-----END RSA PRIVATE KEY-----\n";
        return new Made(app, "secret-of-" + id + "-0123456789abcdef", "hook-secret-of-" + id + "-0123456789", pem, manifest);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
