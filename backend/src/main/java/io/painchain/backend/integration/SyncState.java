package io.painchain.backend.integration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.RateLimit;

/**
 * What a connector last told of an integration.
 *
 * @param finishedAt {@code null} while a cycle that was told to begin goes on
 * @param lastSync when it was last read, be it in part
 * @param reportedAt when the report arrived
 */
public record SyncState(IntegrationStatus status, Instant finishedAt, Instant lastSync, String lastError,
        Map<String, RateLimit> rateLimit, List<String> warnings, Instant reportedAt, List<Repository> repositories,
        long rejected) {

    /** @param lastSync when it was last read before it failed; of one that is read it is the integration's */
    public record Repository(String name, IntegrationStatus status, Instant lastSync, String lastError) {
    }
}
