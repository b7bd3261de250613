package io.painchain.model.integration;

/** How an integration, or one of its repositories, fares. */
public enum IntegrationStatus {
    /** Never read. */
    pending,
    ok,
    /** Some repositories, or some sources of a repository, fail. */
    degraded,
    /** None can be read. */
    error,
    disabled
}
