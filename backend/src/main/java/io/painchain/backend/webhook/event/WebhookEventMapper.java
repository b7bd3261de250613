package io.painchain.backend.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.backend.webhook.Payload;
import io.painchain.backend.webhook.StoredBody;

final class WebhookEventMapper {

    /** Numbers stay exact. */
    private static final ObjectReader JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

    private WebhookEventMapper() {
    }

    static WebhookEventView toView(WebhookEventRow row) {
        var headers = row.headers() == null ? null : read(row.headers(), new TypeReference<Map<String, String>>() {
        });
        return new WebhookEventView(row.id().toString(), row.integrationId().toString(), row.type(),
                row.configId() == null ? null : row.configId().toString(), row.event(), row.key(), row.repository(),
                row.state(), isProcessed(row), row.processedAt(), row.error(), row.reason(),
                row.events() == null ? null : read(row.events(), new TypeReference<List<String>>() {
                }), row.attempt(), row.receivedAt(), row.bytes(), row.isKept(), headers,
                row.body() == null || headers == null ? null : payload(headers, row.body()));
    }

    private static boolean isProcessed(WebhookEventRow row) {
        return switch (row.state()) {
            case "mapped", "ignored" -> true;
            case "deferred" -> row.notBefore() == null;
            default -> false;
        };
    }

    private static Object payload(Map<String, String> headers, byte[] body) {
        var json = Payload.of(headers.get("content-type"), StoredBody.unpack(body)).json();
        try {
            return JSON.forType(Object.class).readValue(json);
        } catch (IOException e) {
            return new String(json, UTF_8);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.forType(type).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written as JSON can be read as JSON", e);
        }
    }
}
