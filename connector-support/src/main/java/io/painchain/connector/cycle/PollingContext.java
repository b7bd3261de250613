package io.painchain.connector.cycle;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;

public record PollingContext(Provider provider, BackendClient backend, FairExecutor lanes, Clock clock, SyncMetrics syncs,
        RateLimitTracking tracking, Times times, BooleanSupplier stopping) {

    /**
     * @param interval how often an integration is polled that does not say so itself
     * @param longest how long a repository that did not move waits at most, for what no look shows
     * @param probeFrom from so many repositories on they are looked at all at once
     */
    public record Times(Duration interval, Duration longest, int probeFrom) {
    }
}
