package io.painchain.backend.connector;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.painchain.model.connector.ConnectorType;

/** An item of {@code GET /api/connectors/metadata}: what the connector told of itself, and the form that follows from it. */
public record ConnectorMetadata(@JsonUnwrapped ConnectorType type, ConnectionForm connectionForm) {
}
