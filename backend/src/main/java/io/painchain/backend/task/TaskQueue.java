package io.painchain.backend.task;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.TaskRepository.Ended;
import io.painchain.backend.task.TaskRepository.Progress;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskResult;
import io.painchain.model.task.TaskState;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Each transition is one transaction; waiting callers are woken after its commit. */
@Singleton
public class TaskQueue {

    private static final Logger LOG = Logger.getLogger(TaskQueue.class);

    private final TaskRepository tasks;
    private final TaskExpiryRepository expiry;
    private final TaskInputCipher cipher;
    private final TaskSignals signals;
    private final RepeatedTransaction transaction;
    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;
    private final FormedTaskEnding ending;

    TaskQueue(TaskRepository tasks, TaskExpiryRepository expiry, TaskInputCipher cipher, TaskSignals signals,
            RepeatedTransaction transaction,
            ObjectMapper mapper, Ids ids,
            Clock clock, FormedTaskEnding ending) {
        this.tasks = tasks;
        this.expiry = expiry;
        this.cipher = cipher;
        this.signals = signals;
        this.transaction = transaction;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
        this.ending = ending;
    }

    /** Signalled when a connector of the type may find a task. */
    public static String queueOf(String type) {
        return "queue " + type;
    }

    /** Signalled when the task has ended. */
    static String endOf(UUID task) {
        return "end " + task;
    }

    /** @return empty where an equal one is open and one is enough */
    public Optional<TaskKey> add(NewTask task) {
        var key = new TaskKey(task.tenantId(), ids.next());
        var input = cipher.seal(key, task.input());
        boolean isNew = transaction.call(() -> tasks.add(key, task, input, json(task.about()), clock.instant()));
        if (isNew) {
            signals.send(queueOf(task.type()));
        }
        return isNew ? Optional.of(key) : Optional.empty();
    }

    public List<LeasedTask> lease(LeaseRequest request) {
        var leased = transaction.call(() -> tasks.lease(request, clock.instant()));
        if (leased.size() == request.max()) {
            signals.send(queueOf(request.type())); // there may be more, which others passed over while these were held
        }
        return leased;
    }

    /** @throws HttpProblem conflict where the lease is lost, cancelled, not-found */
    public void progress(ReportedTask reported, TaskProgress progress) {
        var detail = progress.detail() == null ? new TaskProgress.Detail(null, null, null) : progress.detail();
        var stored = new Progress(progress.done(), progress.total(), progress.note(), json(detail.counts()),
                json(detail.repositories()), json(detail.resume()));
        if (!transaction.call(() -> tasks.renew(reported, clock.instant(), stored))) {
            throw lost(reported);
        }
    }

    /** @throws HttpProblem conflict where the lease is lost, cancelled, not-found */
    public void release(ReportedTask reported) {
        var now = clock.instant();
        transaction.call(() -> tasks.release(reported, now).map(task -> ending.released(task, now)))
                .orElseThrow(() -> lost(reported));
        signals.send(queueOf(reported.type()));
    }

    /** @throws HttpProblem conflict where the lease is lost, not-found */
    public void finish(ReportedTask reported, TaskResult result) {
        var now = clock.instant();
        var ended = transaction.call(() -> tasks.finish(reported, now, finished(reported, result))
                .map(task -> ending.finished(task, result, now)));
        if (ended.isEmpty()) {
            state(reported);
            throw conflict();
        }
        signals.send(endOf(reported.id()));
    }

    private FinishedTask finished(ReportedTask reported, TaskResult result) {
        if (!result.ok()) {
            return new FinishedTask(TaskState.failed, null,
                    result.error() == null ? "The connector did not say why." : result.error(), result.status());
        }
        var given = result.output() == null ? Map.<String, Object> of() : result.output();
        var output = tasks.keyOf(reported, TaskKind.connect).map(key -> cipher.sealOutput(key, given))
                .orElseGet(() -> json(result.output()));
        return new FinishedTask(TaskState.done, output, null, null);
    }

    /** @return false where it had ended before */
    public boolean end(TaskKey key, TaskState state, String error) {
        var now = clock.instant();
        boolean ended = transaction.call(() -> tasks.end(key, state, error, now)
                .map(task -> ending.failed(task, error, now))).isPresent();
        if (ended) {
            signals.send(endOf(key.id()));
        }
        return ended;
    }

    /** Requeues lost leases and ends tasks that no connector leases in time. */
    void sweep() {
        var now = clock.instant();
        var lost = transaction.call(() -> {
            var moved = expiry.loseLeases(now);
            moved.stream().filter(task -> task.state() == TaskState.dead)
                    .forEach(task -> ending.failed(new Ended(task.key(), task.type(), task.kind()),
                            TaskExpiryRepository.STOPPED, now));
            return moved;
        });
        var expired = transaction.call(() -> expiry.expire(clock.instant()));
        lost.stream().filter(task -> task.state() == TaskState.dead && task.kind() != TaskKind.webhook)
                .forEach(task -> LOG.warnf("Task %s was given up: its connector stopped answering each time", task.key().id()));
        lost.stream().filter(task -> task.state() == TaskState.queued).map(task -> queueOf(task.type())).distinct()
                .forEach(signals::send);
        lost.stream().filter(task -> task.state() == TaskState.dead).forEach(task -> signals.send(endOf(task.key().id())));
        expired.forEach(task -> signals.send(endOf(task.key().id())));
    }

    private HttpProblem lost(ReportedTask reported) {
        return state(reported) == TaskState.cancelled ? ProblemType.GONE.problem("The task was cancelled; leave it.")
                : conflict();
    }

    private TaskState state(ReportedTask reported) {
        return tasks.state(reported)
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
