package io.painchain.backend.event.index;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.event.store.EventChanges;
import io.painchain.backend.notify.Notifications;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Fills the index behind the ingest, a portion of each tenant in turn. Backends share the work by a lock on each tenant, which
 * ends with its transaction.
 */
@Singleton
class EventIndexer {

    private static final Logger LOG = Logger.getLogger(EventIndexer.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Notifications may be lost. */
    private static final int ROUNDS_BETWEEN_LOOKS = 100;
    /** Many are sorted in together, as long as searches that go through them one by one stay fast. */
    private static final int MOST_PENDING = 3_000;
    /** Then older events have their turn. */
    private static final int PORTIONS_A_ROUND = 20;
    /** Few are sorted in all the same before long: each search goes through them. */
    private static final int ROUNDS_BEFORE_SETTLING = 10;

    private final EventIndex index;
    private final IndexRepository repository;
    private final IndexCopying copying;
    private final Notifications notifications;
    private final DatabaseScope scope;
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "painchain-index");
        thread.setDaemon(true);
        return thread;
    });
    private int roundsSinceLook = ROUNDS_BETWEEN_LOOKS;
    private int roundsSinceSettling;

    EventIndexer(EventIndex index, IndexRepository repository, IndexCopying copying, Notifications notifications,
            DatabaseScope scope) {
        this.index = index;
        this.repository = repository;
        this.copying = copying;
        this.notifications = notifications;
        this.scope = scope;
    }

    void start(@Observes StartupEvent event) {
        notifications.listen(EventChanges.CHANNEL, this::touch);
        executor.scheduleWithFixedDelay(() -> scope.runOfAll(this::round), PAUSE.toMillis(), PAUSE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private void touch(String tenantId) {
        if (tenantId == null) {
            roundsSinceLook = ROUNDS_BETWEEN_LOOKS;
        } else {
            touched.add(tenantId);
        }
    }

    /** A failure would end all later rounds. */
    private void round() {
        try {
            look();
            for (int i = 0; i < PORTIONS_A_ROUND && !touched.isEmpty(); i++) {
                indexOnce();
            }
            index.addPending(copying.copySome());
            settleIfMany();
            settleInTime();
        } catch (RuntimeException e) {
            LOG.debugf(e, "Events cannot be indexed at the moment");
        }
    }

    private void look() {
        if (++roundsSinceLook >= ROUNDS_BETWEEN_LOOKS) {
            touched.addAll(repository.tenants());
            roundsSinceLook = 0;
        }
    }

    private void indexOnce() {
        for (var tenantId : Set.copyOf(touched)) {
            touched.remove(tenantId);
            var portion = index.indexSomeIfFree(tenantId);
            if (portion.isCut()) {
                touched.add(tenantId);
            }
            settleIfMany();
        }
    }

    private void settleIfMany() {
        if (index.pending() >= MOST_PENDING) {
            settle();
        }
    }

    private void settleInTime() {
        if (++roundsSinceSettling >= ROUNDS_BEFORE_SETTLING && index.pending() > 0) {
            settle();
        }
    }

    private void settle() {
        index.settle();
        roundsSinceSettling = 0;
    }
}
