package io.painchain.backend.task;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.RepeatedTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

@Singleton
class TaskCleanup {

    static final String SWEEP = "task-sweep";
    static final Duration KEPT = Duration.ofHours(24);
    static final Duration FORMED_KEPT = Duration.ofMinutes(10);
    private static final int AT_ONCE = 1_000;

    private final TaskQueue queue;
    private final TaskExpiryRepository tasks;
    private final RepeatedTransaction transaction;
    private final Clock clock;

    TaskCleanup(TaskQueue queue, TaskExpiryRepository tasks, RepeatedTransaction transaction, Clock clock) {
        this.queue = queue;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    @AllTenants
    @Scheduled(identity = SWEEP, every = "2s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        queue.sweep();
    }

    @AllTenants
    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        var before = clock.instant().minus(KEPT);
        var formedBefore = clock.instant().minus(FORMED_KEPT);
        int removed;
        do {
            removed = transaction.call(() -> Math.max(tasks.removeSome(before, AT_ONCE),
                    tasks.removeSomeFormed(formedBefore, AT_ONCE)));
        } while (removed == AT_ONCE);
    }
}
