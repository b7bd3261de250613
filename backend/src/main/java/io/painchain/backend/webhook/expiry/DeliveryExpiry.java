package io.painchain.backend.webhook.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.DatabaseFailure;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.webhook.BodyPartitions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Bodies go by whole days, rows a thousand at a time. */
@Singleton
class DeliveryExpiry {

    private static final Logger LOG = Logger.getLogger(DeliveryExpiry.class);
    private static final int AT_ONCE = 1_000;

    private final DeliveryExpiryRepository repository;
    private final BodyPartitions partitions;
    private final RepeatedTransaction transaction;
    private final ExpiryConfig config;
    private final Clock clock;

    DeliveryExpiry(DeliveryExpiryRepository repository, BodyPartitions partitions, RepeatedTransaction transaction,
            ExpiryConfig config, Clock clock) {
        this.repository = repository;
        this.partitions = partitions;
        this.transaction = transaction;
        this.config = config;
        this.clock = clock;
    }

    @AllTenants
    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        try {
            remove();
        } catch (DatabaseFailure e) {
            LOG.warnf("Old webhooks are removed an hour later: %s", e.getMessage());
        }
    }

    void remove() {
        var before = clock.instant().minus(Duration.ofDays(config.days()));
        int removed;
        do {
            removed = transaction.call(() -> repository.removeSome(before, AT_ONCE));
        } while (removed == AT_ONCE);
        var firstKept = before.atOffset(ZoneOffset.UTC).toLocalDate();
        transaction.call(repository::partitions).stream().filter(day -> day.isBefore(firstKept)).forEach(partitions::drop);
        transaction.call(() -> repository.beyond(config.bytesPerTenant()))
                .forEach(beyond -> transaction.call(() -> repository.removeBodies(beyond)));
    }
}
