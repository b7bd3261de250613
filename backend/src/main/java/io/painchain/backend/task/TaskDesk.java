package io.painchain.backend.task;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.connector.AssignmentChanged;
import io.painchain.backend.connector.WorkerAssignment;
import io.painchain.model.task.Task;
import io.smallrye.mutiny.Uni;

/** Where connectors wait for work. */
@Singleton
class TaskDesk {

    private final TaskQueue queue;
    private final TaskHandover handover;
    private final LongPoll poll;
    private final Bells bells;
    private final WorkerAssignment assignment;

    TaskDesk(TaskQueue queue, TaskHandover handover, LongPoll poll, Bells bells, WorkerAssignment assignment) {
        this.queue = queue;
        this.handover = handover;
        this.poll = poll;
        this.bells = bells;
        this.assignment = assignment;
    }

    /** @return the version of the assignment; empty where no worker was named */
    Optional<Long> heartbeat(LeaseRequest request) {
        return Optional.ofNullable(request.worker()).map(worker -> assignment.heartbeat(request.type(), worker));
    }

    /** @param hasLeft whether who asked hears no answer any more: then nothing is taken for him */
    Uni<List<Task>> lease(LeaseRequest request, BooleanSupplier hasLeft) {
        return poll.until(TaskQueue.queueOf(request.type()), request.patience(),
                () -> hasLeft.getAsBoolean() ? Optional.of(List.<Task> of()) : some(request))
                .map(found -> found.orElse(List.of()));
    }

    /** Who waits may be responsible for what waits now. */
    void lookAgain(@Observes AssignmentChanged change) {
        bells.ringAfterCommit(TaskQueue.queueOf(change.type()));
    }

    private Optional<List<Task>> some(LeaseRequest request) {
        var tasks = handover.tasks(queue.lease(request));
        return Optional.of(tasks).filter(found -> !found.isEmpty());
    }
}
