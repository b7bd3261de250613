package io.painchain.backend.task;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.security.SecretCipher;

/** Encrypts what may contain secrets, inputs and some outputs, bound to its task. */
@Singleton
public class TaskInputCipher {

    private static final TypeReference<LinkedHashMap<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    private final SecretCipher cipher;
    private final ObjectMapper mapper;

    TaskInputCipher(SecretCipher cipher, ObjectMapper mapper) {
        this.cipher = cipher;
        this.mapper = mapper;
    }

    byte[] seal(TaskKey key, Object input) {
        try {
            return cipher.encrypt(mapper.writeValueAsBytes(input), context(key));
        } catch (JsonProcessingException e) {
            // Not as the cause: its message may quote a secret.
            throw new IllegalStateException("The input of " + context(key) + " cannot be written");
        }
    }

    /** @return JSON, a text of base64 */
    String sealOutput(TaskKey key, Object output) {
        return '"' + Base64.getEncoder().encodeToString(seal(key, output)) + '"';
    }

    /** @return JSON */
    String openOutput(TaskKey key, String sealed) {
        var plain = cipher.decrypt(Base64.getDecoder().decode(sealed.substring(1, sealed.length() - 1)), context(key));
        return new String(plain, StandardCharsets.UTF_8);
    }

    public Map<String, Object> open(TaskKey key, byte[] input) {
        var plain = cipher.decrypt(input, context(key));
        try {
            return mapper.readValue(plain, DOCUMENT);
        } catch (IOException e) {
            throw new IllegalStateException("The input of " + context(key) + " cannot be read");
        }
    }

    private static String context(TaskKey key) {
        return "task " + key.tenantId() + "/" + key.id();
    }
}
