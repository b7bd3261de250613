package io.painchain.sender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.BackendException;
import io.painchain.connector.task.TaskWorker;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.SyncReport;

/** One connector type of this process: registered, alive, and its tasks. */
final class SenderWorker {

    private static final Logger LOG = Logger.getLogger(SenderWorker.class);
    /** The backend drops a worker after 90 seconds. */
    private static final Duration CONTACT = Duration.ofSeconds(30);

    private final BackendClient backend;
    private final ConnectorType type;
    private final String worker;
    private final List<TaskWorker> tasks;
    private final Clock clock;
    private boolean registered;
    private int failures;
    private Instant nextContactAt = Instant.MIN;
    private volatile Instant lastContact;

    SenderWorker(BackendClient backend, ConnectorType type, String worker, List<TaskWorker> tasks, Clock clock) {
        this.backend = backend;
        this.type = type;
        this.worker = worker;
        this.tasks = tasks;
        this.clock = clock;
    }

    void tick() {
        Instant now = clock.instant();
        if (!now.isBefore(nextContactAt)) {
            contact(now);
        }
        if (lastContact != null) {
            tasks.forEach(TaskWorker::tick);
        }
    }

    Instant lastContact() {
        return lastContact;
    }

    void stop(Duration atMost) {
        tasks.forEach(work -> work.stop(atMost));
        try {
            backend.leave(type.id(), worker);
        } catch (BackendException e) {
            LOG.debugf("The backend does not know of the end: %s", e.getMessage());
        }
    }

    private void contact(Instant now) {
        try {
            if (!registered) {
                backend.register(type);
                registered = true;
            }
            List<IntegrationView> integrations = backend.integrations(type.id(), worker);
            for (IntegrationView integration : integrations) {
                backend.report(integration.id(), new SyncReport(now, now, IntegrationStatus.ok, null, null, null, null));
            }
            failures = 0;
            lastContact = now;
            nextContactAt = now.plus(CONTACT);
        } catch (BackendException e) {
            registered = false;
            nextContactAt = now.plusSeconds(1L << Math.min(failures++, 4));
            LOG.warnf("Waiting for the backend (%s)", e.getMessage());
        }
    }
}
