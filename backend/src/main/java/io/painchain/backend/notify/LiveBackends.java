package io.painchain.backend.notify;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** How many backends share the work: each keeps one connection that listens, which ends with it. */
@Singleton
public class LiveBackends {

    private static final Logger LOG = Logger.getLogger(LiveBackends.class);

    private final NotificationRepository repository;
    private volatile int count = 1;

    LiveBackends(NotificationRepository repository) {
        this.repository = repository;
    }

    /** This one included, as of some seconds ago. */
    public int count() {
        return count;
    }

    @AllTenants
    @Scheduled(every = "10s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    public void look() {
        try {
            count = Math.max(1, repository.listeningBackends());
        } catch (RuntimeException e) {
            LOG.debug("How many backends there are could not be asked", e);
        }
    }
}
