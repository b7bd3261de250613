package io.painchain.kubernetes.inventory;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/** @param objects by kind and name; {@code notes} of what is under way */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NamespaceDocument(Map<String, Map<String, Entry>> objects, Map<String, Map<String, Object>> notes) {

    /** @param u uid; {@code h} hash; {@code t} when it was changed; {@code n} what its kind notes */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Entry(String u, int h, Instant t, Map<String, Object> n) {
    }

    public NamespaceDocument {
        objects = objects == null ? Map.of() : objects;
        notes = notes == null ? Map.of() : notes;
    }
}
