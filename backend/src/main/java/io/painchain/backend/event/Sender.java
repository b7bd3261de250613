package io.painchain.backend.event;

import java.util.UUID;

import io.painchain.backend.integration.IntegrationReference;

/** The tenant is as stored, the integration may be {@code null}; {@code connector}: the sender has the connector key. */
record Sender(String tenantId, IntegrationReference integration, boolean connector) {

    UUID integrationId() {
        return integration == null ? null : integration.id();
    }
}
