package io.painchain.connector.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.model.connector.ConnectorType;

public final class ConnectorMetadata {

    private ConnectorMetadata() {
    }

    public static ConnectorType load(String type) {
        String resource = "/connector-metadata/" + type + ".json";
        try (InputStream json = ConnectorMetadata.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readValue(json, ConnectorType.class);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + resource, e);
        }
    }
}
