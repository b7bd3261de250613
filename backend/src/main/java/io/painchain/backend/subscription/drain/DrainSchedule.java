package io.painchain.backend.subscription.drain;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.DatabaseScope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Looks every second; what is under way goes on by itself. */
@Singleton
class DrainSchedule {

    private static final Logger LOG = Logger.getLogger(DrainSchedule.class);
    /** Few: the pool's connections are for everybody. */
    private static final int THREADS = 2;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "painchain-outgoing");
        thread.setDaemon(true);
        return thread;
    });
    private final Drain drain;

    DrainSchedule(AttemptBook book, OutgoingClient client, DatabaseScope scope) {
        this.drain = new Drain(book, client, work -> executor.execute(() -> scope.runOfAll(work)));
    }

    @AllTenants
    @Scheduled(every = "{painchain.subscriptions.look}", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            drain.tick();
        } catch (RuntimeException e) {
            LOG.debugf(e, "What is to be sent cannot be looked up");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }
}
