package io.painchain.kubernetes.projection;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.time.TimeText;

/** Reads fields that may be absent or of another shape. */
public final class Json {

    private Json() {
    }

    /** {@code null} where there is none, or it is empty. */
    public static String text(JsonNode node) {
        String text = node.isValueNode() && !node.isNull() ? node.asText() : "";
        return text.isEmpty() ? null : text;
    }

    /** {@code null} where there is none. */
    public static Instant time(JsonNode node) {
        String text = text(node);
        return text == null ? null : TimeText.of(text);
    }

    public static Instant newest(Instant... moments) {
        return Stream.of(moments).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    public static Instant newest(Collection<Instant> moments) {
        return newest(moments.toArray(Instant[]::new));
    }

    /** The condition of a type; missing where there is none. */
    public static JsonNode condition(JsonNode status, String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (type.equals(condition.path("type").asText())) {
                return condition;
            }
        }
        return status.path("no such condition");
    }

    public static long number(String text, long otherwise) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
