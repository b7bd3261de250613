package io.painchain.backend.subscription;

import java.io.IOException;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.security.SecretCipher;

/** Encrypts addresses and secrets of subscriptions, bound to them. */
@Singleton
public class EndpointSeal {

    private final SecretCipher cipher;
    private final ObjectMapper mapper = new ObjectMapper();

    EndpointSeal(SecretCipher cipher) {
        this.cipher = cipher;
    }

    byte[] seal(String tenantId, UUID id, Endpoint endpoint) {
        try {
            return cipher.encrypt(mapper.writeValueAsBytes(endpoint), context(tenantId, id));
        } catch (JsonProcessingException e) {
            // Not as the cause: its message may quote a secret.
            throw new IllegalStateException("The endpoint of " + context(tenantId, id) + " cannot be written");
        }
    }

    /** @throws IllegalStateException where no key of the keyset decrypts it */
    public Endpoint open(String tenantId, UUID id, byte[] sealed) {
        try {
            return mapper.readValue(cipher.decrypt(sealed, context(tenantId, id)), Endpoint.class);
        } catch (IOException e) {
            throw new IllegalStateException("The endpoint of " + context(tenantId, id) + " cannot be read");
        }
    }

    byte[] renewed(String tenantId, UUID id, byte[] sealed) {
        return cipher.encrypt(cipher.decrypt(sealed, context(tenantId, id)), context(tenantId, id));
    }

    byte[] currentPrefix() {
        return cipher.currentPrefix();
    }

    private static String context(String tenantId, UUID id) {
        return "subscription " + tenantId + "/" + id;
    }
}
