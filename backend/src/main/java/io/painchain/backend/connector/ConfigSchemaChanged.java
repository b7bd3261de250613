package io.painchain.backend.connector;

import io.painchain.backend.connector.schema.ConfigSchema;

/** Fired in the transaction that stores a changed schema. */
public record ConfigSchemaChanged(String type, ConfigSchema schema) {
}
