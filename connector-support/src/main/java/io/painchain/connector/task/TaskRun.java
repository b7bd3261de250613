package io.painchain.connector.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendException;
import io.painchain.connector.backend.TaskClient;
import io.painchain.connector.backend.TaskClient.Answer;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskProgress;

final class TaskRun implements Progress {

    private static final Logger LOG = Logger.getLogger(TaskRun.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);
    /** The lease is 60 seconds, of webhooks at first 20; a renewal may fail. */
    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(8);

    private final Task task;
    private final TaskClient client;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private TaskProgress known;
    private boolean unsent;
    private Instant sentAt;
    private volatile Answer answer = Answer.HELD;

    TaskRun(Task task, TaskClient client, Clock clock, BooleanSupplier stopping) {
        this.task = task;
        this.client = client;
        this.clock = clock;
        this.stopping = stopping;
        this.known = new TaskProgress(task.attempt(), null, null, null, null);
        this.sentAt = clock.instant();
    }

    Task task() {
        return task;
    }

    boolean held() {
        return answer == Answer.HELD;
    }

    @Override
    public void goOn() {
        if (stopping.getAsBoolean()) {
            throw new TaskAbandonedException("the connector is stopping");
        }
        if (answer != Answer.HELD) {
            throw new TaskAbandonedException(answer == Answer.CANCELLED ? "it was cancelled" : "its lease was lost");
        }
    }

    @Override
    public void tell(long done, long total, String note, TaskProgress.Detail detail) {
        remember(done, total, note, detail);
        boolean due;
        synchronized (this) {
            due = !clock.instant().isBefore(sentAt.plus(BETWEEN_REPORTS));
        }
        if (due) {
            flush();
        }
        goOn();
    }

    @Override
    public void tellNow(long done, long total, String note, TaskProgress.Detail detail) {
        remember(done, total, note, detail);
        flush();
        goOn();
    }

    private synchronized void remember(long done, long total, String note, TaskProgress.Detail detail) {
        known = new TaskProgress(task.attempt(), done, total, note, detail == null ? known.detail() : detail);
        unsent = true;
    }

    /** Returns the lease; the handler's later result is dropped. */
    void giveUp() {
        if (!held()) {
            return;
        }
        answer = Answer.LOST;
        boolean interrupted = Thread.interrupted();
        try {
            client.release(task);
            LOG.infof("Task %s (%s) is left to another worker", task.id(), task.kind());
        } catch (BackendException e) {
            LOG.debugf("Task %s: its lease runs out by itself: %s", task.id(), e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Renews the lease while the handler is silent or has not begun. */
    void renew() {
        synchronized (this) {
            if (!held() || clock.instant().isBefore(sentAt.plus(BETWEEN_RENEWALS))) {
                return;
            }
            unsent = true;
        }
        flush();
    }

    /** An outage is no reason to stop, as the lease may outlast it. */
    void flush() {
        TaskProgress report;
        synchronized (this) {
            if (!unsent || !held()) {
                return;
            }
            report = known;
            unsent = false;
            sentAt = clock.instant();
        }
        try {
            answer = client.progress(task, report);
        } catch (BackendException e) {
            LOG.debugf("Task %s: its progress could not be reported: %s", task.id(), e.getMessage());
            synchronized (this) {
                unsent = true;
            }
        }
    }
}
