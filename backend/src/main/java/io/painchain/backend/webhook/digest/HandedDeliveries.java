package io.painchain.backend.webhook.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.webhook.Payload;
import io.painchain.backend.webhook.StoredBody;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookInput.Encoding;

/** Stored deliveries as connectors get them. */
@Singleton
class HandedDeliveries {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };

    private final ObjectMapper mapper;

    HandedDeliveries(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Delivery of(TakenDelivery taken) {
        var headers = headers(taken.headers());
        var payload = Payload.of(headers.get("content-type"), StoredBody.unpack(taken.body())).json();
        var text = text(payload);
        return new Delivery(taken.key(), taken.event(), taken.receivedAt(), taken.attempt(), headers,
                text == null ? Encoding.base64 : Encoding.text,
                text == null ? Base64.getEncoder().encodeToString(payload) : text);
    }

    /** {@code null} where it is no UTF-8. */
    private static String text(byte[] payload) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private Map<String, String> headers(String json) {
        try {
            return mapper.readValue(json, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored headers are unreadable");
        }
    }
}
