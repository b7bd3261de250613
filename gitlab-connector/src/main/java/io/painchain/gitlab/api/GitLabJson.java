package io.painchain.gitlab.api;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

import io.painchain.connector.list.OddParts;
import io.painchain.connector.time.TimeReader;
import io.painchain.connector.time.TimeText;

public final class GitLabJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(Instant.class, new TimeReader()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).addHandler(new OddParts()).build();

    private GitLabJson() {
    }

    public static JsonNode tree(byte[] json) throws IOException {
        return MAPPER.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(json);
    }

    /** @throws IOException with what is wrong with the value, where its shape is another */
    public static <T> T read(JsonNode value, Class<T> type) throws IOException {
        T read = MAPPER.treeToValue(value, type);
        if (read == null) {
            throw new IOException("is null");
        }
        return read;
    }

    /** {@code null} where the text is no time. */
    public static Instant moment(String text) {
        return TimeText.of(text);
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain maps are always JSON", e);
        }
    }
}
