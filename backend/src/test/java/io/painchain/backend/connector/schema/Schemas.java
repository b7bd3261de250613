package io.painchain.backend.connector.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Schemas for tests of what rests on one. */
public final class Schemas {

    private Schemas() {
    }

    public static ConfigSchema of(String json) {
        try {
            return ConfigSchema.of(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
