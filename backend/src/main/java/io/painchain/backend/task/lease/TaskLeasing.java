package io.painchain.backend.task.lease;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.connector.AssignmentChanged;
import io.painchain.backend.connector.WorkerAssignment;
import io.painchain.backend.task.FormingQueue;
import io.painchain.backend.task.LeaseRequest;
import io.painchain.backend.task.LongPoll;
import io.painchain.backend.task.TaskQueue;
import io.painchain.backend.task.TaskSignals;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.smallrye.mutiny.Uni;

@Singleton
class TaskLeasing {

    private final TaskQueue queue;
    private final FormingQueue forming;
    private final TaskHandover handover;
    private final LongPoll poll;
    private final TaskSignals signals;
    private final WorkerAssignment assignment;

    TaskLeasing(TaskQueue queue, FormingQueue forming, TaskHandover handover, LongPoll poll, TaskSignals signals,
            WorkerAssignment assignment) {
        this.queue = queue;
        this.forming = forming;
        this.handover = handover;
        this.poll = poll;
        this.signals = signals;
        this.assignment = assignment;
    }

    /** @return the version of the assignment; empty without a worker */
    Optional<Long> heartbeat(LeaseRequest request) {
        return Optional.ofNullable(request.worker()).map(worker -> assignment.heartbeat(request.type(), worker));
    }

    /** @param hasLeft whether the caller has disconnected: then no task is leased */
    Uni<List<Task>> lease(LeaseRequest request, BooleanSupplier hasLeft) {
        return poll.until(request.topic(), request.timeout(),
                () -> hasLeft.getAsBoolean() ? Optional.of(List.<Task> of()) : some(request))
                .map(found -> found.orElse(List.of()));
    }

    void lookAgain(@Observes AssignmentChanged change) {
        signals.sendAfterCommit(TaskQueue.queueOf(change.type()));
        signals.sendAfterCommit(FormingQueue.queueOf(change.type(), TaskKind.webhook));
    }

    private Optional<List<Task>> some(LeaseRequest request) {
        var tasks = handover.tasks(request.kind() == null ? queue.lease(request) : forming.lease(request));
        return Optional.of(tasks).filter(found -> !found.isEmpty());
    }
}
