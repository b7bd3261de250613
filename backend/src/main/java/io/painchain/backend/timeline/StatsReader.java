package io.painchain.backend.timeline;

import jakarta.inject.Singleton;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.timeline.StatsRepository.Dimension;
import io.painchain.model.StatsView;

/** Sums up a tenant's events. */
@Singleton
class StatsReader {

    private final StatsRepository stats;
    private final IntegrationDirectory integrations;

    StatsReader(StatsRepository stats, IntegrationDirectory integrations) {
        this.stats = stats;
        this.integrations = integrations;
    }

    StatsView read(TimelineFilter filter) {
        var byConnector = stats.counts(filter, Dimension.connector);
        var all = byConnector.values().stream().mapToLong(Long::longValue).sum(); // each event has a connector
        return new StatsView(all, byConnector, stats.counts(filter, Dimension.type), stats.counts(filter, Dimension.status),
                integrations.count(filter.tenantId()));
    }
}
