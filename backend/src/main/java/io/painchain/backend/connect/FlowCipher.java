package io.painchain.backend.connect;

import java.io.IOException;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.connect.ConnectFlow.Content;
import io.painchain.backend.security.SecretCipher;

/** Encrypts what is kept between two steps, bound to its flow. */
@Singleton
class FlowCipher {

    private final SecretCipher cipher;
    private final ObjectMapper mapper;

    FlowCipher(SecretCipher cipher, ObjectMapper mapper) {
        this.cipher = cipher;
        this.mapper = mapper;
    }

    byte[] seal(String tenantId, UUID id, Content content) {
        try {
            return cipher.encrypt(mapper.writeValueAsBytes(content), context(tenantId, id));
        } catch (JsonProcessingException e) {
            // Not as the cause: its message may quote a secret.
            throw new IllegalStateException("What is kept of " + context(tenantId, id) + " cannot be written");
        }
    }

    Content open(ConnectFlow flow) {
        if (flow.content() == null) {
            return null;
        }
        var plain = cipher.decrypt(flow.content(), context(flow.tenantId(), flow.id()));
        try {
            return mapper.readValue(plain, Content.class);
        } catch (IOException e) {
            throw new IllegalStateException("What is kept of " + context(flow.tenantId(), flow.id()) + " cannot be read");
        }
    }

    private static String context(String tenantId, UUID id) {
        return "connect flow " + tenantId + "/" + id;
    }
}
