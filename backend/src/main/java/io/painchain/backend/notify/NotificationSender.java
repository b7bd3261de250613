package io.painchain.backend.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jboss.logging.Logger;

import io.painchain.backend.database.DatabaseScope;

/**
 * Notifies all backends of this database. {@code NOTIFY} serialises commits, so it is never part of a working
 * transaction: sent after the caller's commit in its own transaction, at most every 100 ms, duplicates once.
 */
@Singleton
public class NotificationSender {

    private static final Logger LOG = Logger.getLogger(NotificationSender.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    /** Reached only while the database is away; then all listeners look by themselves. */
    private static final int MOST = 10_000;

    private final NotificationRepository repository;
    private final TransactionSynchronizationRegistry transaction;
    private final ScheduledExecutorService executor;
    private final DatabaseScope scope;
    private final Set<Notification> waiting = new LinkedHashSet<>();
    private boolean scheduled;
    private long notBefore = System.nanoTime();

    NotificationSender(NotificationRepository repository, TransactionSynchronizationRegistry transaction,
            ScheduledExecutorService executor, DatabaseScope scope) {
        this.repository = repository;
        this.transaction = transaction;
        this.executor = executor;
        this.scope = scope;
    }

    /** Returns at once; within a transaction sent only on commit. The payload has 7,999 bytes at most. */
    public void send(String channel, String payload) {
        var notification = new Notification(channel, payload);
        switch (transaction.getTransactionStatus()) {
            case Status.STATUS_NO_TRANSACTION -> add(notification);
            case Status.STATUS_ACTIVE -> transaction
                    .registerInterposedSynchronization(new AfterCommit(() -> add(notification)));
            default -> LOG.debug("The transaction is ending; its notifications are not sent");
        }
    }

    private synchronized void add(Notification notification) {
        if (waiting.size() < MOST) {
            waiting.add(notification);
        }
        schedule();
    }

    private synchronized void schedule() {
        if (!scheduled && !waiting.isEmpty()) {
            scheduled = true;
            executor.schedule(() -> scope.runOfAll(this::flush), Math.max(0, notBefore - System.nanoTime()),
                    TimeUnit.NANOSECONDS);
        }
    }

    private void flush() {
        var batch = take();
        try {
            repository.send(batch);
            finish(List.of(), PAUSE);
        } catch (RuntimeException e) {
            LOG.debugf(e, "%d notifications could not be sent yet", batch.size());
            finish(batch, PAUSE_AFTER_FAILURE);
        }
    }

    private synchronized List<Notification> take() {
        var batch = new ArrayList<>(waiting);
        waiting.clear();
        return batch;
    }

    private synchronized void finish(List<Notification> again, Duration pause) {
        waiting.addAll(again);
        notBefore = System.nanoTime() + pause.toNanos();
        scheduled = false;
        schedule();
    }

    private record AfterCommit(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // sent only after the commit
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        }
    }
}
