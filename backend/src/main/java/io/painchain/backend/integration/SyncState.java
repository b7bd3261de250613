package io.painchain.backend.integration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.RateLimit;

/** As last reported; {@code finishedAt} is {@code null} during a cycle, {@code lastSync} counts partial reads. */
public record SyncState(IntegrationStatus status, Instant finishedAt, Instant lastSync, String lastError,
        Map<String, RateLimit> rateLimit, List<String> warnings, Instant reportedAt, List<Repository> repositories,
        long rejected) {

    /** @param lastSync last read before it failed; an {@code ok} one has the integration's */
    public record Repository(String name, IntegrationStatus status, Instant lastSync, String lastError) {
    }
}
