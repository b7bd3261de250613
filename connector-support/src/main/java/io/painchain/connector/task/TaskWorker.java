package io.painchain.connector.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendException;
import io.painchain.connector.backend.BackendException.Kind;
import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.backend.TaskClient;
import io.painchain.connector.provider.ProviderException;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskResult;
import io.painchain.model.validation.Limits;

/** A quick task never waits behind a long one of another kind; leases are renewed from receipt, also in the queue. */
public final class TaskWorker {

    private static final Logger LOG = Logger.getLogger(TaskWorker.class);
    private static final int AT_ONCE = 50;
    private static final int IN_HAND = 200;
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    /** @param threads run the waiting for tasks; {@code patience} is how long the backend waits */
    public record Surroundings(TaskClient client, Retry retry, Executor threads, BiConsumer<String, Runnable> lanes,
            Clock clock, Duration patience, BooleanSupplier stopping) {
    }

    private final Surroundings with;
    private final Map<TaskKind, TaskHandler> handlers;
    private final TaskKind only;
    private final int most;
    private final Map<String, TaskRun> inHand = new ConcurrentHashMap<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Instant nextAskAt = Instant.MIN;
    private volatile int failures;

    public TaskWorker(Surroundings with, Map<TaskKind, TaskHandler> handlers) {
        this(with, handlers, null, IN_HAND);
    }

    /** @param most in hand at a time: what waits beyond them comes in fewer and fuller tasks */
    public static TaskWorker forWebhooks(Surroundings with, Map<TaskKind, TaskHandler> handlers, int most) {
        return new TaskWorker(with, handlers, TaskKind.webhook, most);
    }

    private TaskWorker(Surroundings with, Map<TaskKind, TaskHandler> handlers, TaskKind only, int most) {
        this.with = with;
        this.handlers = Map.copyOf(handlers);
        this.only = only;
        this.most = most;
    }

    public void tick() {
        if (with.stopping().getAsBoolean()) {
            return;
        }
        if (!inHand.isEmpty() && renewing.compareAndSet(false, true)) {
            with.threads().execute(this::renew);
        }
        if (!with.clock().instant().isBefore(nextAskAt) && asking.compareAndSet(false, true)) {
            with.threads().execute(this::ask);
        }
    }

    /** Returns the leases, so that others need not wait for their end. */
    public void stop(Duration atMost) {
        CompletableFuture<?>[] given = inHand.values().stream().map(run -> CompletableFuture.runAsync(run::giveUp))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(given).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Not all tasks that are given up could be reported to the backend", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            inHand.values().forEach(TaskRun::renew);
        } finally {
            renewing.set(false);
        }
    }

    private void ask() {
        try {
            do {
                take();
            } while (failures == 0 && inHand.size() < most && !with.patience().isZero() && !with.stopping().getAsBoolean());
        } finally {
            asking.set(false);
        }
    }

    private void take() {
        int room = Math.min(AT_ONCE, most - inHand.size());
        if (room <= 0) {
            return;
        }
        try {
            List<Task> tasks = with.client().lease(with.patience(), room, only);
            failures = 0;
            tasks.forEach(this::begin);
        } catch (BackendException e) {
            Duration wait = Duration.ofSeconds(1L << Math.min(failures++, 5));
            nextAskAt = with.clock().instant().plus(wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait);
            LOG.debugf("No tasks: %s", e.getMessage());
        }
    }

    private void begin(Task task) {
        TaskRun run = new TaskRun(task, with.client(), with.clock(), with.stopping());
        inHand.put(task.id(), run);
        with.lanes().accept(task.kind().name(), () -> run(run));
    }

    private void run(TaskRun run) {
        try {
            TaskResult result = result(run);
            if (result == null) {
                run.giveUp();
            } else if (run.held()) {
                run.flush();
                tell(run, result);
            }
        } finally {
            inHand.remove(run.task().id(), run);
            askAgain();
        }
    }

    /** Deliveries are told in a second, so the next tick is too late. */
    private void askAgain() {
        boolean wanted = only != null && failures == 0 && !with.patience().isZero() && !with.stopping().getAsBoolean();
        if (wanted && asking.compareAndSet(false, true)) {
            with.threads().execute(this::ask);
        }
    }

    /** @return {@code null} where the result is no longer awaited */
    private TaskResult result(TaskRun run) {
        Task task = run.task();
        TaskHandler handler = handlers.get(task.kind());
        if (handler == null) {
            return failed(task, null, "This connector cannot do tasks of the kind " + task.kind());
        }
        try {
            run.goOn();
            Object output = handler.handle(task, run);
            return new TaskResult(task.attempt(), true, output == null ? Map.of() : ContractJson.map(output), null, null);
        } catch (TaskAbandonedException e) {
            LOG.infof("Task %s (%s) is given up: %s", task.id(), task.kind(), e.getMessage());
            return null;
        } catch (TaskFailedException e) {
            return failed(task, e.status(), e.getMessage());
        } catch (ProviderException e) {
            return e.is(ProviderException.Kind.STOPPING) ? null : failed(task, null, e.getMessage());
        } catch (BackendException e) {
            LOG.warnf("Task %s (%s): %s", task.id(), task.kind(), e.getMessage());
            return e.is(Kind.STOPPING) || e.is(Kind.UNAVAILABLE) ? null
                    : failed(task, null, "What was found could not be stored: the backend refused it");
        } catch (RuntimeException e) {
            LOG.errorf(e, "Task %s (%s)", task.id(), task.kind());
            return failed(task, null, "It failed because of a fault in the connector (" + e.getClass().getSimpleName()
                    + "); its log tells more");
        }
    }

    private static TaskResult failed(Task task, Integer status, String sentence) {
        String error = sentence.length() > Limits.ERROR ? sentence.substring(0, Limits.ERROR - 1) + "…" : sentence;
        return new TaskResult(task.attempt(), false, null, error, status);
    }

    /** A long outage costs the lease, and the next attempt reports. */
    private void tell(TaskRun run, TaskResult result) {
        Task task = run.task();
        try {
            TaskClient.Answer answer = with.retry().call(() -> with.client().result(task, result));
            LOG.debugf("Task %s (%s): %s, %s", task.id(), task.kind(), result.ok() ? "done" : "failed", answer);
        } catch (BackendException e) {
            LOG.warnf("Task %s (%s): its result could not be reported: %s", task.id(), task.kind(), e.getMessage());
            if (result.ok() && (e.is(Kind.REFUSED) || e.is(Kind.TOO_LARGE))) {
                // Another attempt would have the same result.
                tell(run, failed(task, null, "What came of it is more than the backend takes; ask for less at a time"));
            }
        }
    }
}
