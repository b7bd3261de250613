package io.painchain.backend.connector;

import io.painchain.backend.connector.schema.ConfigSchema;

/** Fired in the transaction that stores another schema of a type's configurations than there was. */
public record ConfigSchemaChanged(String type, ConfigSchema schema) {
}
