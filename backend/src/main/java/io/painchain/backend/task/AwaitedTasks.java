package io.painchain.backend.task;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

/** Queues a task and waits for its result. */
@Singleton
public class AwaitedTasks {

    private final TaskQueue queue;
    private final TaskRepository tasks;
    private final LongPoll poll;
    private final TaskInputCipher cipher;
    private final ObjectMapper mapper;
    private final DatabaseScope scope;

    AwaitedTasks(TaskQueue queue, TaskRepository tasks, LongPoll poll, TaskInputCipher cipher, ObjectMapper mapper,
            DatabaseScope scope) {
        this.queue = queue;
        this.tasks = tasks;
        this.poll = poll;
        this.cipher = cipher;
        this.mapper = mapper;
        this.scope = scope;
    }

    /** Call on a thread that may wait for the database. Fails with no-connector where none answered in time. */
    public Uni<FinishedTask> ask(NewTask task) {
        var key = queue.add(task)
                .orElseThrow(() -> new IllegalStateException("A task of which one is enough cannot be awaited"));
        return poll.until(TaskQueue.endOf(key.id()), task.timeout(), () -> tasks.outcome(key))
                .map(scope.keptFor(found -> answer(key, task,
                        found.or(() -> giveUp(key, task)).orElseThrow(() -> silence(task)))));
    }

    /** @throws HttpProblem provider-failed for unexpected output */
    public <T> T read(FinishedTask done, Class<T> type) {
        try {
            return mapper.readValue(done.output() == null ? "{}" : done.output(), type);
        } catch (JsonProcessingException e) {
            throw ProblemType.PROVIDER_FAILED.problem("The connector's answer could not be read; is it of another version?");
        }
    }

    /** The caller's fault only where the connector says so. */
    public static HttpProblem refusal(FinishedTask failed) {
        if (failed.status() == null) {
            return ProblemType.PROVIDER_FAILED.problem(failed.error());
        }
        // A 401 would mean that the caller's own key is wrong.
        int status = failed.status() == 401 ? 400 : failed.status();
        return ProblemType.ofStatus(status).builder(failed.error()).withStatus(status).build();
    }

    private Optional<FinishedTask> giveUp(TaskKey key, NewTask task) {
        boolean isTaken = tasks.isLeased(key);
        var sentence = isTaken ? slow(task) : silent(task);
        return queue.end(key, TaskState.dead, sentence) ? Optional.of(new FinishedTask(TaskState.dead, null, sentence, null))
                : tasks.outcome(key);
    }

    private FinishedTask answer(TaskKey key, NewTask task, FinishedTask outcome) {
        tasks.forgetOutput(key);
        return switch (outcome.state()) {
            case done -> task.kind() == TaskKind.connect ? opened(key, outcome) : outcome;
            case failed -> outcome;
            case cancelled -> throw ProblemType.CONFLICT.problem("The task was cancelled before there was an answer.");
            case dead -> throw ProblemType.NO_CONNECTOR
                    .problem(outcome.error().equals(slow(task)) ? outcome.error() : silent(task));
            case queued, leased -> throw new IllegalStateException("A task that goes on has no outcome");
        };
    }

    private FinishedTask opened(TaskKey key, FinishedTask sealed) {
        return new FinishedTask(sealed.state(), cipher.openOutput(key, sealed.output()), null, null);
    }

    private static HttpProblem silence(NewTask task) {
        return ProblemType.NO_CONNECTOR.problem(silent(task));
    }

    private static String silent(NewTask task) {
        return "no " + task.type() + " connector is connected";
    }

    private static String slow(NewTask task) {
        return "the %s connector did not answer within %d s".formatted(task.type(), task.timeout().toSeconds());
    }
}
