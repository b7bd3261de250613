package io.painchain.github.github;

import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record in a shape that is not understood, kept as it came.
 *
 * @param detail what is wrong with it
 */
public record Unreadable(Map<String, Object> raw, String detail) {

    static Unreadable of(JsonNode record, Exception why) {
        Map<String, Object> raw = record.isObject()
                ? GitHubJson.convert(record, new TypeReference<Map<String, Object>>() {
                })
                : Map.of("value", record.toString());
        return new Unreadable(raw, firstLine(why));
    }

    private static String firstLine(Exception why) {
        String message = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
