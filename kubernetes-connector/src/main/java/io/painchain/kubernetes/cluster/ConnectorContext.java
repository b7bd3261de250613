package io.painchain.kubernetes.cluster;

import java.time.Clock;
import java.util.function.BooleanSupplier;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.kubernetes.api.ClusterClient;
import io.painchain.kubernetes.config.ConnectorSettings;
import io.painchain.kubernetes.projection.Digests;

/** @param lanes for what waits, {@code order} for what must not overtake: lanes of width one */
public record ConnectorContext(ConnectorSettings settings, ClusterClient clients, BackendClient backend,
        EventPublisher publisher, FairExecutor lanes, FairExecutor order, Digests digests, Clock clock, SyncMetrics syncs,
        RateLimitTracking tracking, WatchMetrics metrics, BooleanSupplier stopping) {
}
