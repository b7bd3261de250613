package io.painchain.backend.integration;

/** Observed in the deleting transaction by every feature that keeps rows of integrations. */
public record IntegrationDeleted(IntegrationReference integration) {
}
