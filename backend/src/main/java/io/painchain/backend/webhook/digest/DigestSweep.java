package io.painchain.backend.webhook.digest;

import java.time.Clock;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.DatabaseFailure;
import io.painchain.backend.task.FormingQueue;
import io.painchain.model.task.TaskKind;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Wakes connectors for what was put off: nothing else happens when its time has come. */
@Singleton
class DigestSweep {

    private static final Logger LOG = Logger.getLogger(DigestSweep.class);

    private final ClaimRepository claims;
    private final FormingQueue queue;
    private final Clock clock;

    DigestSweep(ClaimRepository claims, FormingQueue queue, Clock clock) {
        this.claims = claims;
        this.queue = queue;
        this.clock = clock;
    }

    @AllTenants
    @Scheduled(every = "1s", delayed = "3s", concurrentExecution = ConcurrentExecution.SKIP)
    void wake() {
        try {
            claims.typesWithWaiting(clock.instant()).forEach(type -> queue.wake(type, TaskKind.webhook));
        } catch (DatabaseFailure e) {
            LOG.debugf(e, "What waits cannot be looked up");
        }
    }
}
