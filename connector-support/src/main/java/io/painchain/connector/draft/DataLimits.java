package io.painchain.connector.draft;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.model.validation.Limits;

/** Fits a draft's data to the contract's size: long lists and texts are cut and the data says {@code truncated: true}. */
final class DataLimits {

    private static final int[] LIST_LENGTHS = { 100, 30, 10, 0 };
    private static final int[] TEXT_LENGTHS = { 4_000, 1_000, 200, 50 };

    private DataLimits() {
    }

    public static Map<String, Object> fit(Map<String, Object> data) {
        Map<String, Object> fitted = data;
        for (int step = 0; step < LIST_LENGTHS.length; step++) {
            fitted = cut(data, LIST_LENGTHS[step], TEXT_LENGTHS[step]);
            if (bytes(fitted) <= Limits.DATA_BYTES) {
                return fitted;
            }
        }
        throw new IllegalArgumentException("data of " + bytes(fitted) + " bytes cannot be shortened any further");
    }

    private static Map<String, Object> cut(Map<String, Object> data, int listLength, int textLength) {
        Map<String, Object> shorter = new LinkedHashMap<>();
        data.forEach((key, value) -> shorter.put(Text.clean(key), cutValue(value, listLength, textLength)));
        if (!shorter.equals(cleaned(data))) {
            shorter.put("truncated", true);
        }
        return shorter;
    }

    private static Map<String, Object> cleaned(Map<String, Object> data) {
        Map<String, Object> clean = new LinkedHashMap<>();
        data.forEach((key, value) -> clean.put(Text.clean(key), cutValue(value, Integer.MAX_VALUE, Integer.MAX_VALUE)));
        return clean;
    }

    private static Object cutValue(Object value, int listLength, int textLength) {
        if (value instanceof String text) {
            return text.isEmpty() ? text : Text.fit(text, textLength);
        }
        if (value instanceof List<?> list) {
            return list.stream().limit(listLength).map(item -> cutValue(item, listLength, textLength)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> shorter = new LinkedHashMap<>();
            map.forEach((key, item) -> shorter.put(Text.clean(key.toString()), cutValue(item, listLength, textLength)));
            return shorter;
        }
        return value;
    }

    private static long bytes(Object value) {
        if (value instanceof Map<?, ?> map) {
            return 2 + map.entrySet().stream().mapToLong(entry -> bytes(entry.getKey()) + bytes(entry.getValue()) + 2).sum();
        }
        if (value instanceof Collection<?> items) {
            return 2 + items.stream().mapToLong(item -> bytes(item) + 1).sum();
        }
        String text = String.valueOf(value);
        long escapes = text.chars().filter(c -> c < 0x20 || c == '"' || c == '\\').count();
        return 2 + text.getBytes(StandardCharsets.UTF_8).length + 5 * escapes;
    }
}
