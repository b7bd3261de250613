package io.painchain.backend.integration.secret;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.integration.Integration;
import io.painchain.backend.security.SecretCipher;
import io.painchain.backend.security.SecretDigest;

/** Keeps the secrets of integrations encrypted, each integration's for itself alone. */
@Singleton
public class SecretVault {

    private static final TypeReference<TreeMap<String, JsonNode>> BY_POINTER = new TypeReference<>() {
    };

    private final SecretCipher cipher;
    private final SecretDigest digest;
    private final ObjectMapper mapper = new ObjectMapper();

    SecretVault(SecretCipher cipher, SecretDigest digest) {
        this.cipher = cipher;
        this.digest = digest;
    }

    public void put(Integration integration, Secrets secrets) {
        integration.config = secrets.masked();
        integration.secretPaths = List.copyOf(secrets.paths());
        integration.secrets = secrets.byPointer().isEmpty() ? null
                : encrypt(integration.tenantId, integration.id, secrets.byPointer());
        integration.secretDigest = digest(secrets);
    }

    /** The same for the same secrets in the same places, whatever else is configured; {@code null} where there are none. */
    public byte[] digest(Secrets secrets) {
        if (secrets.byPointer().isEmpty()) {
            return null;
        }
        try {
            return digest.of(mapper.writeValueAsBytes(new TreeMap<>(secrets.byPointer())));
        } catch (JsonProcessingException e) {
            // Not as the cause: its message may quote a secret.
            throw new IllegalStateException("A secret cannot be written");
        }
    }

    public byte[] digestKeyId() {
        return digest.keyId();
    }

    public Secrets open(Integration integration) {
        var byPointer = integration.secrets == null ? Map.<String, JsonNode> of()
                : decrypt(integration.tenantId, integration.id, integration.secrets);
        return new Secrets((ObjectNode) integration.config, byPointer, new TreeSet<>(integration.secretPaths));
    }

    /** The same secrets under the present key. */
    public byte[] renewed(String tenantId, UUID id, byte[] secrets) {
        return encrypt(tenantId, id, decrypt(tenantId, id, secrets));
    }

    /** What the secrets begin with that the present key encrypted. */
    public byte[] currentPrefix() {
        return cipher.currentPrefix();
    }

    private byte[] encrypt(String tenantId, UUID id, Map<String, JsonNode> secrets) {
        try {
            return cipher.encrypt(mapper.writeValueAsBytes(secrets), context(tenantId, id));
        } catch (JsonProcessingException e) {
            // Not as the cause: its message may quote a secret.
            throw new IllegalStateException("The secrets of " + context(tenantId, id) + " cannot be written");
        }
    }

    private Map<String, JsonNode> decrypt(String tenantId, UUID id, byte[] secrets) {
        var plain = cipher.decrypt(secrets, context(tenantId, id));
        try {
            return mapper.readValue(plain, BY_POINTER);
        } catch (IOException e) {
            throw new IllegalStateException("The secrets of " + context(tenantId, id) + " cannot be read");
        }
    }

    private static String context(String tenantId, UUID id) {
        return "integration " + tenantId + "/" + id;
    }
}
