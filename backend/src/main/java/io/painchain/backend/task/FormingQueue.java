package io.painchain.backend.task;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.task.FormedTasks.Formed;
import io.painchain.model.task.TaskKind;
import io.vertx.core.json.JsonObject;

/** Leases formed tasks: what they consist of and the task are written in one transaction. */
@Singleton
public class FormingQueue {

    private final Instance<FormedTasks> sources;
    private final TaskRepository tasks;
    private final TaskSignals signals;
    private final RepeatedTransaction transaction;
    private final Clock clock;

    FormingQueue(Instance<FormedTasks> sources, TaskRepository tasks, TaskSignals signals, RepeatedTransaction transaction,
            Clock clock) {
        this.sources = sources;
        this.tasks = tasks;
        this.signals = signals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Signalled when there may be something to form a task of. */
    public static String queueOf(String type, TaskKind kind) {
        return TaskQueue.queueOf(type) + " " + kind;
    }

    /** Wakes who waits for tasks of the kind, here at once. */
    public void wake(String type, TaskKind kind) {
        signals.send(queueOf(type, kind));
    }

    public boolean forms(TaskKind kind) {
        return sources.stream().anyMatch(source -> source.kind() == kind);
    }

    public List<LeasedTask> lease(LeaseRequest request) {
        var source = source(request.kind());
        var leased = transaction.call(() -> {
            var now = clock.instant();
            return source.form(request, now).stream().map(formed -> lease(request, formed)).toList();
        });
        if (!leased.isEmpty()) {
            wake(request.type(), request.kind()); // there may be more
        }
        return leased;
    }

    public Map<String, Object> input(LeasedTask task) {
        return source(task.kind()).input(task.key());
    }

    private LeasedTask lease(LeaseRequest request, Formed formed) {
        var now = clock.instant();
        tasks.addLeased(formed, request, json(formed.about()), now);
        return new LeasedTask(formed.key(), request.type(), request.kind(), formed.integrationId(), null, null, 1,
                now.plus(TaskRepository.FORMED_LEASE));
    }

    private static String json(Map<String, Object> about) {
        return new JsonObject(about).encode();
    }

    private FormedTasks source(TaskKind kind) {
        return sources.stream().filter(source -> source.kind() == kind).findFirst().orElseThrow();
    }
}
