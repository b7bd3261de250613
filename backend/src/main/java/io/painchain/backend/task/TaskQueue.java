package io.painchain.backend.task;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.TaskRepository.Progress;
import io.painchain.backend.task.TaskRepository.Told;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskResult;
import io.painchain.model.task.TaskState;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Each move of a task is one transaction; who may wait for it is woken after its commit. */
@Singleton
class TaskQueue {

    private static final Logger LOG = Logger.getLogger(TaskQueue.class);

    private final TaskRepository tasks;
    private final TaskVault vault;
    private final Bells bells;
    private final RepeatedTransaction transaction;
    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;

    TaskQueue(TaskRepository tasks, TaskVault vault, Bells bells, RepeatedTransaction transaction, ObjectMapper mapper, Ids ids,
            Clock clock) {
        this.tasks = tasks;
        this.vault = vault;
        this.bells = bells;
        this.transaction = transaction;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    /** What rings when a connector of the type may find something. */
    static String queueOf(String type) {
        return "queue " + type;
    }

    /** What rings when the task has ended. */
    static String endOf(UUID task) {
        return "end " + task;
    }

    /** @return empty where there is one already of which one is enough */
    Optional<TaskKey> add(NewTask task) {
        var key = new TaskKey(task.tenantId(), ids.next());
        var input = vault.seal(key, task.input());
        boolean isNew = transaction.call(() -> tasks.add(key, task, input, json(task.about()), clock.instant()));
        if (isNew) {
            bells.ring(queueOf(task.type()));
        }
        return isNew ? Optional.of(key) : Optional.empty();
    }

    List<LeasedTask> lease(LeaseRequest request) {
        var leased = transaction.call(() -> tasks.lease(request, clock.instant()));
        if (leased.size() == request.max()) {
            bells.ring(queueOf(request.type())); // there may be more, which others passed over while these were held
        }
        return leased;
    }

    /** @throws HttpProblem conflict where the lease is lost, cancelled, not-found */
    void progress(Told told, TaskProgress progress) {
        var detail = progress.detail() == null ? new TaskProgress.Detail(null, null, null) : progress.detail();
        var stored = new Progress(progress.done(), progress.total(), progress.note(), json(detail.counts()),
                json(detail.repositories()), json(detail.resume()));
        if (!transaction.call(() -> tasks.renew(told, clock.instant(), stored))) {
            throw lost(told);
        }
    }

    /** @throws HttpProblem conflict where the lease is lost, cancelled, not-found */
    void release(Told told) {
        if (!transaction.call(() -> tasks.release(told))) {
            throw lost(told);
        }
        bells.ring(queueOf(told.type()));
    }

    /** @throws HttpProblem conflict where the lease is lost, not-found */
    void finish(Told told, TaskResult result) {
        var finished = result.ok() ? new FinishedTask(TaskState.done, json(result.output()), null, null)
                : new FinishedTask(TaskState.failed, null,
                        result.error() == null ? "The connector did not say why." : result.error(), result.status());
        if (!transaction.call(() -> tasks.finish(told, clock.instant(), finished))) {
            state(told);
            throw conflict();
        }
        bells.ring(endOf(told.id()));
    }

    /** @return false where it had ended before */
    boolean end(TaskKey key, TaskState state, String error) {
        boolean ended = transaction.call(() -> tasks.end(key, state, error, clock.instant()));
        if (ended) {
            bells.ring(endOf(key.id()));
        }
        return ended;
    }

    /** What time alone moves: lost leases go back into the queue, what nobody comes for ends. */
    void sweep() {
        var lost = transaction.call(() -> tasks.loseLeases(clock.instant()));
        var expired = transaction.call(() -> tasks.expire(clock.instant()));
        lost.stream().filter(task -> task.state() == TaskState.dead)
                .forEach(task -> LOG.warnf("Task %s was given up: its connector stopped answering each time", task.key().id()));
        lost.stream().filter(task -> task.state() == TaskState.queued).map(task -> queueOf(task.type())).distinct()
                .forEach(bells::ring);
        lost.stream().filter(task -> task.state() == TaskState.dead).forEach(task -> bells.ring(endOf(task.key().id())));
        expired.forEach(task -> bells.ring(endOf(task.key().id())));
    }

    private HttpProblem lost(Told told) {
        return state(told) == TaskState.cancelled ? ProblemType.GONE.problem("The task was cancelled; leave it.") : conflict();
    }

    private TaskState state(Told told) {
        return tasks.state(told)
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no task of that id for this connector."));
    }

    private static HttpProblem conflict() {
        return ProblemType.CONFLICT.problem("The lease of this task is lost: it has ended, or another attempt has begun.");
    }

    private String json(Object value) {
        try {
            return value == null ? null : mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What was read as JSON can be written as JSON", e);
        }
    }
}
