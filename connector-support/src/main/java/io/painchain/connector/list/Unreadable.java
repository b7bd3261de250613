package io.painchain.connector.list;

import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** @param raw as received; {@code detail} says what is wrong with it */
public record Unreadable(Map<String, Object> raw, String detail) {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    public static Unreadable of(JsonNode record, Exception why) {
        Map<String, Object> raw = record.isObject()
                ? PLAIN.convertValue(record, new TypeReference<Map<String, Object>>() {
                })
                : Map.of("value", record.toString());
        return new Unreadable(raw, firstLine(why));
    }

    private static String firstLine(Exception why) {
        String message = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
