package io.painchain.model.integration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jetbrains.annotations.Nullable;

/**
 * An integration as the API shows it.
 *
 * @param config secrets masked, in clear only to the connector principal
 * @param version counted up by each change of the configuration; also the {@code ETag}
 * @param stale no report for 3 intervals, at least 5 minutes
 * @param syncing a sync is under way
 * @param lastError a sentence a user can act on, or {@code null}
 * @param rejectedEvents how many drafts and records are set aside
 * @param warnings sentences about what still works and soon will not, e.g. a token's expiry
 * @param webhooks those that were compared with the provider's list of deliveries; they slow polling down
 */
public record IntegrationView(String id, @Nullable String tenantId, String type, String name, Map<String, Object> config,
        List<String> tags, boolean enabled, long version, Instant createdAt, Instant updatedAt, IntegrationStatus status,
        boolean stale, boolean syncing, @Nullable Instant lastSync, @Nullable String lastError, long rejectedEvents,
        List<RepositoryStatus> repositories, @Nullable Map<String, RateLimit> rateLimit, List<String> warnings,
        List<IntegrationHook> webhooks) {

    public IntegrationView(String id, String tenantId, String type, String name, Map<String, Object> config,
            List<String> tags, boolean enabled, long version, Instant createdAt, Instant updatedAt, IntegrationStatus status,
            boolean stale, boolean syncing, Instant lastSync, String lastError, long rejectedEvents,
            List<RepositoryStatus> repositories, Map<String, RateLimit> rateLimit) {
        this(id, tenantId, type, name, config, tags, enabled, version, createdAt, updatedAt, status, stale, syncing, lastSync,
                lastError, rejectedEvents, repositories, rateLimit, List.of(), List.of());
    }
}
