package io.painchain.connector.cycle;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;

public record PollingContext(Provider provider, BackendClient backend, FairExecutor lanes, Clock clock, SyncMetrics syncs,
        RateLimitTracking tracking, Times times, BooleanSupplier stopping) {

    /** @param longest bound for an unmoved repository, for what no probe shows; {@code probeFrom} is a count */
    public record Times(Duration interval, Duration longest, int probeFrom) {
    }
}
