package io.painchain.kubernetes.api;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

public final class JsonTree {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonTree() {
    }

    public static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }
}
