package io.painchain.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An item of {@code GET /api/connectors/metadata}: what the connector told of itself, and the form that follows from it. */
public record ConnectorMetadata(@JsonUnwrapped ConnectorType type, ConnectionForm connectionForm) {
}
