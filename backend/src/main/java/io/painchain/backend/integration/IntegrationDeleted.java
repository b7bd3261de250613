package io.painchain.backend.integration;

/**
 * An integration is being deleted. Observed in the same transaction by every feature that keeps something of integrations,
 * which removes it then.
 */
public record IntegrationDeleted(IntegrationReference integration) {
}
