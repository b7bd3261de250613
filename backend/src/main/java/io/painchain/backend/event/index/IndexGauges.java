package io.painchain.backend.event.index;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.DatabaseFailure;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** How far the index is behind the events. */
@Singleton
@Startup
class IndexGauges {

    private static final Logger LOG = Logger.getLogger(IndexGauges.class);
    private static final int MOST = 100_000;

    private final IndexRepository repository;
    private volatile long unindexed;

    IndexGauges(IndexRepository repository, MeterRegistry registry) {
        this.repository = repository;
        Gauge.builder("painchain.events.unindexed", this, gauges -> gauges.unindexed)
                .description("Events that are stored and not in the search index yet, counted up to 100,000")
                .register(registry);
    }

    @AllTenants
    @Scheduled(every = "15s", delayed = "3s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            unindexed = count();
        } catch (DatabaseFailure e) {
            LOG.debugf("The index's position cannot be looked up: %s", e.getMessage());
        }
    }

    private long count() {
        long count = 0;
        for (var tenantId : repository.tenants()) {
            if (count < MOST) {
                count += repository.countUnindexed(tenantId, repository.state(tenantId).position(), MOST);
            }
        }
        return count;
    }
}
