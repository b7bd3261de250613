package io.painchain.backend.event.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.retention.Retention;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Removes what is older than each tenant's retention, in small portions, on one backend at a time. */
@Singleton
class EventExpiry {

    private static final Logger LOG = Logger.getLogger(EventExpiry.class);
    private static final int AT_ONCE = 500;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOOKS = 100;

    private final ExpiredEventRepository repository;
    private final Retention retention;

    EventExpiry(ExpiredEventRepository repository, Retention retention) {
        this.repository = repository;
        this.retention = retention;
    }

    @AllTenants
    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        QuarkusTransaction.requiringNew().call(repository::tenants).forEach(this::expire);
    }

    void expire(String tenantId) {
        var cutoff = retention.cutoff(tenantId);
        long deleted = untilNone(() -> repository.removeSome(tenantId, cutoff, AT_ONCE));
        if (deleted > 0) {
            removeNames(tenantId, cutoff);
            LOG.infof("%d events of tenant %s from before %s removed", deleted, tenantId, cutoff);
        }
        if (deleted >= 0) {
            QuarkusTransaction.requiringNew().run(() -> retention.ran(tenantId, deleted));
        }
    }

    /** @return how many; -1 where another backend holds the lock */
    private long untilNone(IntSupplier removal) {
        long all = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = QuarkusTransaction.requiringNew().call(() -> repository.lock() ? removal.getAsInt() : -1);
            if (some < 0) {
                return all == 0 ? -1 : all;
            }
            all += some;
            pause();
        }
        return all;
    }

    /** A writer may rely on a name that is being removed: such transactions are awaited, and names in use restored. */
    private void removeNames(String tenantId, Instant cutoff) {
        untilNone(() -> repository.removeHours(tenantId, cutoff, AT_ONCE));
        var removed = QuarkusTransaction.requiringNew().call(() -> repository.removeProjects(tenantId));
        if (removed.isEmpty()) {
            return;
        }
        var next = QuarkusTransaction.requiringNew().call(repository::nextTransaction);
        for (int i = 0; i < LOOKS && !haveEndedBefore(next); i++) {
            pause();
        }
        QuarkusTransaction.requiringNew().run(() -> repository.restoreProjects(tenantId, removed));
    }

    private boolean haveEndedBefore(String transaction) {
        return QuarkusTransaction.requiringNew().call(() -> repository.haveEndedBefore(transaction));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
