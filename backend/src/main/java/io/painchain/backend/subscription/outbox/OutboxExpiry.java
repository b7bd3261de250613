package io.painchain.backend.subscription.outbox;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.DatabaseFailure;
import io.painchain.backend.database.RepeatedTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Removes messages a thousand at a time. */
@Singleton
class OutboxExpiry {

    private static final Logger LOG = Logger.getLogger(OutboxExpiry.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 1_000;

    private final OutboxRepository repository;
    private final RepeatedTransaction transaction;
    private final Clock clock;

    OutboxExpiry(OutboxRepository repository, RepeatedTransaction transaction, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
    }

    @AllTenants
    @Scheduled(every = "1h", delayed = "4m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        try {
            var before = clock.instant().minus(KEPT);
            int removed;
            do {
                removed = transaction.call(() -> repository.removeSome(before, AT_ONCE));
            } while (removed == AT_ONCE);
        } catch (DatabaseFailure e) {
            LOG.warnf("Old messages are removed an hour later: %s", e.getMessage());
        }
    }
}
