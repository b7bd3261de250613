package io.painchain.backend.person.discovery;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Each integration once a day, a few at a time. */
@Singleton
class PeopleSchedule {

    private static final Logger LOG = Logger.getLogger(PeopleSchedule.class);
    private static final Duration BETWEEN = Duration.ofDays(1);
    private static final int AT_ONCE = 20;

    private final ReadingRepository due;
    private final PeopleReadings readings;
    private final Clock clock;

    PeopleSchedule(ReadingRepository due, PeopleReadings readings, Clock clock) {
        this.due = due;
        this.readings = readings;
        this.clock = clock;
    }

    @AllTenants
    @Scheduled(every = "{painchain.people.every}", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void ask() {
        try {
            var types = readings.typesThatTell();
            if (!types.isEmpty()) {
                due.due(types, clock.instant().minus(BETWEEN), AT_ONCE).forEach(readings::ask);
            }
        } catch (DatabaseFailure e) {
            LOG.debugf(e, "Integrations cannot be looked up");
        }
    }
}
