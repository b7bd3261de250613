package io.painchain.backend.event.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.backend.wire.JsonDocuments;
import io.painchain.model.validation.Limits;

public final class EventData {

    public static final String LIMIT = "must be at most " + Limits.DATA_BYTES / 1024 + " KiB as compact JSON";

    /** PostgreSQL's text of a full and a thin source's data side by side. */
    static final int MERGED_BYTES = 2 * Limits.DATA_BYTES;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectReader READER = MAPPER.readerFor(new TypeReference<Map<String, Object>>() {
    }).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private EventData() {
    }

    public static boolean exceedsLimit(JsonNode data) {
        return data.isObject() && JsonDocuments.exceeds(data, Limits.DATA_BYTES);
    }

    public static String write(Map<String, Object> data) {
        if (data == null) {
            return null;
        }
        var set = new LinkedHashMap<>(data);
        set.values().removeIf(value -> value == null);
        try {
            return MAPPER.writeValueAsString(set);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as JSON", e);
        }
    }

    public static List<String> removedKeys(Map<String, Object> data) {
        return data == null ? List.of()
                : data.entrySet().stream().filter(entry -> entry.getValue() == null).map(Map.Entry::getKey).toList();
    }

    /** @param json an object that was validated, or {@code null} */
    public static Map<String, Object> stored(String json) {
        return StoredData.of(json);
    }

    static Map<String, Object> read(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored data is no JSON object", e);
        }
    }
}
