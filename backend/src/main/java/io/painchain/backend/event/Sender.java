package io.painchain.backend.event;

import java.util.UUID;

import io.painchain.backend.integration.IntegrationReference;

/**
 * @param tenantId as stored
 * @param integration {@code null} for events without one
 * @param connector whether the sender holds the connector key
 */
record Sender(String tenantId, IntegrationReference integration, boolean connector) {

    UUID integrationId() {
        return integration == null ? null : integration.id();
    }
}
