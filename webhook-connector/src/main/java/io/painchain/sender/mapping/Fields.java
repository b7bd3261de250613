package io.painchain.sender.mapping;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** Single values of payloads. */
final class Fields {

    private Fields() {
    }

    /** {@code null} where it is missing, null or empty. */
    static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank() ? node.asText() : null;
    }

    /** @throws IOException where it is missing */
    static String required(JsonNode parent, String name) throws IOException {
        String text = text(parent.path(name));
        if (text == null) {
            throw new IOException(name + ": is missing");
        }
        return text;
    }

    /** {@code null} where it is no time. */
    static Instant time(JsonNode node) {
        try {
            return node.isTextual() ? OffsetDateTime.parse(node.asText()).toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code null} where it is no number. */
    static Instant millis(JsonNode node) {
        return node.canConvertToLong() && node.isNumber() && node.asLong() > 0 ? Instant.ofEpochMilli(node.asLong()) : null;
    }

    /** In lower snake case. */
    static String word(String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    static String link(JsonNode node) {
        String url = text(node);
        return url != null && url.matches("(?i)https?://\\S+") ? url : null;
    }
}
