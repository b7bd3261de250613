package io.painchain.backend.integration.secret;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.security.SecretCipher;
import io.painchain.backend.security.SecretDigest;
import io.painchain.model.connector.ConnectorType;

/** Encrypts secrets bound to their integration. */
@Singleton
public class SecretVault {

    private static final TypeReference<TreeMap<String, JsonNode>> BY_POINTER = new TypeReference<>() {
    };

    private final SecretCipher cipher;
    private final SecretDigest digest;
    private final ConnectorTypes types;
    private final ObjectMapper mapper = new ObjectMapper();

    SecretVault(SecretCipher cipher, SecretDigest digest, ConnectorTypes types) {
        this.cipher = cipher;
        this.digest = digest;
        this.types = types;
    }

    public byte[] seal(String tenantId, UUID id, Secrets secrets) {
        return secrets.byPointer().isEmpty() ? null : encrypt(tenantId, id, secrets.byPointer());
    }

    /**
     * Equal for equal secrets in equal places; {@code null} without any. What proves incoming deliveries is none of them: it
     * reads nothing at the provider.
     */
    public byte[] digest(String type, Secrets secrets) {
        var reading = new TreeMap<>(secrets.byPointer());
        types.find(type).map(ConnectorType::intake).ifPresent(intake -> reading.keySet().removeAll(intake.secrets()));
        if (reading.isEmpty()) {
            return null;
        }
        try {
            return digest.of(mapper.writeValueAsBytes(reading));
        } catch (JsonProcessingException e) {
            // Not as the cause: its message may quote a secret.
            throw new IllegalStateException("A secret cannot be written");
        }
    }

    public byte[] digestKeyId() {
        return digest.keyId();
    }

    public Map<String, JsonNode> open(String tenantId, UUID id, byte[] sealed) {
        return sealed == null ? Map.of() : decrypt(tenantId, id, sealed);
    }

    public byte[] renewed(String tenantId, UUID id, byte[] secrets) {
        return encrypt(tenantId, id, decrypt(tenantId, id, secrets));
    }

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
