package io.painchain.backend.event;

import java.util.UUID;

import io.painchain.backend.integration.IntegrationReference;

/**
 * Who sends drafts.
 *
 * @param tenantId as stored: the integration's tenant where there is one
 * @param integration whose events these are, or {@code null}
 * @param connector whether the sender holds the connector key, and so owes what makes a draft repeatable
 */
record Sender(String tenantId, IntegrationReference integration, boolean connector) {

    UUID integrationId() {
        return integration == null ? null : integration.id();
    }
}
