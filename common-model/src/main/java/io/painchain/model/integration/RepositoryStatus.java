package io.painchain.model.integration;

import java.time.Instant;

import org.jetbrains.annotations.Nullable;

/**
 * How one repository of an integration fares.
 *
 * @param name e.g. {@code acme/api}
 * @param lastError a sentence a user can act on, or {@code null}
 */
public record RepositoryStatus(String name, IntegrationStatus status, @Nullable Instant lastSync, @Nullable String lastError) {
}
