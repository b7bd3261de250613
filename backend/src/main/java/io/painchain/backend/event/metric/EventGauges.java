package io.painchain.backend.event.metric;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.DatabaseFailure;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** The age of the newest event shows whether anything arrives. */
@Singleton
@Startup
class EventGauges {

    private static final Logger LOG = Logger.getLogger(EventGauges.class);
    private static final double MILLIS = 1000.0;

    private final EventGaugeRepository statistics;
    private final Clock clock;
    private volatile Instant newest;

    EventGauges(EventGaugeRepository statistics, Clock clock, MeterRegistry registry) {
        this.statistics = statistics;
        this.clock = clock;
        Gauge.builder("painchain.events.newest.age", this, EventGauges::ageInSeconds).baseUnit("seconds")
                .description("Since the newest event of all tenants happened; not a number while there is none")
                .register(registry);
    }

    @AllTenants
    @Scheduled(every = "30s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            newest = statistics.newest().orElse(null);
        } catch (DatabaseFailure e) {
            LOG.warnf("The newest event cannot be looked up: %s", e.getMessage());
        }
    }

    /** Never negative, as an event may lie up to a day ahead. */
    private double ageInSeconds() {
        return newest == null ? Double.NaN : Math.max(0, Duration.between(newest, clock.instant()).toMillis() / MILLIS);
    }
}
