package io.painchain.backend.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.security.SecretCipher;

/** Encrypts secrets of webhook configurations, bound to them. */
@Singleton
public class HookSecrets {

    private final SecretCipher cipher;

    HookSecrets(SecretCipher cipher) {
        this.cipher = cipher;
    }

    public byte[] seal(String tenantId, UUID id, String secret) {
        return cipher.encrypt(secret.getBytes(UTF_8), context(tenantId, id));
    }

    /** @throws IllegalStateException where no key of the keyset decrypts it */
    public String open(String tenantId, UUID id, byte[] sealed) {
        return new String(cipher.decrypt(sealed, context(tenantId, id)), UTF_8);
    }

    public byte[] renewed(String tenantId, UUID id, byte[] sealed) {
        return seal(tenantId, id, open(tenantId, id, sealed));
    }

    public byte[] currentPrefix() {
        return cipher.currentPrefix();
    }

    private static String context(String tenantId, UUID id) {
        return "webhook " + tenantId + "/" + id;
    }
}
