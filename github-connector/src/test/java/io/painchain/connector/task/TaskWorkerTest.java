package io.painchain.connector.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.backend.TaskClient;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.rig.SettableClock;
import io.painchain.connector.rig.TestBackend;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskState;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TaskWorkerTest {

    private final TestBackend backend = new TestBackend("github");
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);
    private TaskWorker worker;

    @BeforeEach
    void start() {
        BackendClient client = new BackendClient(backend.api(), TestBackend.KEY, Duration.ofSeconds(10));
        worker = new TaskWorker(
                new TaskWorker.Surroundings(new TaskClient(client, client, "github", "worker-1"),
                        new Retry(Duration.ofMillis(1), 3), threads, new FairExecutor(threads, 2)::submit, clock,
                        Duration.ofSeconds(5), stopping::get),
                Map.of(TaskKind.test, this::answerAtOnce, TaskKind.backfill, this::takeLong, TaskKind.discover, this::refuse,
                        TaskKind.proxy, this::fault));
    }

    @AfterEach
    void stop() {
        stopping.set(true);
        threads.shutdownNow();
        backend.close();
    }

    private Object answerAtOnce(Task task, Progress progress) {
        return new Word("hello " + task.input().get("name"));
    }

    private Object takeLong(Task task, Progress progress) {
        begun.countDown();
        progress.tellNow(1, 2, "half", new TaskProgress.Detail(null, null, Map.of("at", "half")));
        try {
            finish.await();
        } catch (InterruptedException e) {
            throw new TaskAbandonedException("interrupted");
        }
        progress.goOn();
        return null;
    }

    private Object refuse(Task task, Progress progress) {
        throw new TaskFailedException(400, "No such thing");
    }

    private Object fault(Task task, Progress progress) {
        throw new IllegalStateException("ghp_secret");
    }

    record Word(String word) {
    }

    private TaskState ends(String id) {
        await().until(() -> backend.tasks.result(id) != null);
        return backend.tasks.state(id);
    }

    @Test
    void answersWhatIsAsked() {
        String id = backend.tasks.ask(TaskKind.test, null, Map.of("name", "Ada"));

        worker.tick();

        assertThat(ends(id)).isEqualTo(TaskState.done);
        assertThat(backend.tasks.result(id).output()).containsExactly(Map.entry("word", "hello Ada"));
        assertThat(backend.tasks.result(id).attempt()).isEqualTo(1);
    }

    @Test
    void hearsOfATaskWhileItWaits() {
        worker.tick();
        await().until(() -> !backend.requests().isEmpty());

        String id = backend.tasks.ask(TaskKind.test, null, Map.of("name", "Bob"));

        assertThat(ends(id)).isEqualTo(TaskState.done);
    }

    @Test
    void answersQuickTasksWhileLongOnesRun() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            backend.tasks.ask(TaskKind.backfill, null, Map.of());
        }
        worker.tick();
        begun.await();

        String id = backend.tasks.ask(TaskKind.test, null, Map.of("name", "Cy"));

        assertThat(ends(id)).isEqualTo(TaskState.done);
    }

    @Test
    void renewsTheLeasesOfWhatRunsAndOfWhatWaits() throws InterruptedException {
        String running = backend.tasks.ask(TaskKind.backfill, null, Map.of());
        String second = backend.tasks.ask(TaskKind.backfill, null, Map.of());
        String waiting = backend.tasks.ask(TaskKind.backfill, null, Map.of());
        worker.tick();
        await().until(() -> !backend.tasks.progress(running).isEmpty() && !backend.tasks.progress(second).isEmpty());

        clock.tick(Duration.ofSeconds(21));
        worker.tick();

        await().until(() -> backend.tasks.progress(running).size() == 2 && backend.tasks.progress(waiting).size() == 1);
        assertThat(backend.tasks.progress(running).get(1).note()).isEqualTo("half");
    }

    @Test
    void saysWhyWhatIsAskedCannotBe() {
        String id = backend.tasks.ask(TaskKind.discover, null, Map.of());

        worker.tick();

        assertThat(ends(id)).isEqualTo(TaskState.failed);
        assertThat(backend.tasks.result(id).error()).isEqualTo("No such thing");
        assertThat(backend.tasks.result(id).status()).isEqualTo(400);
    }

    @Test
    void keepsTheWordsOfAFaultToItself() {
        String id = backend.tasks.ask(TaskKind.proxy, null, Map.of());

        worker.tick();

        assertThat(ends(id)).isEqualTo(TaskState.failed);
        assertThat(backend.tasks.result(id).error()).contains("IllegalStateException").doesNotContain("ghp_");
    }

    @Test
    void saysThatAnAnswerIsTooLarge() {
        String id = backend.tasks.ask(TaskKind.test, null, Map.of("name", "x".repeat(200_000)));

        worker.tick();

        assertThat(ends(id)).isEqualTo(TaskState.failed);
        assertThat(backend.tasks.result(id).error()).contains("ask for less");
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        String id = backend.tasks.ask(TaskKind.webhook, null, Map.of());

        worker.tick();

        assertThat(ends(id)).isEqualTo(TaskState.failed);
        assertThat(backend.tasks.result(id).error()).contains("webhook");
    }

    @Test
    void saysNothingOfATaskWhoseLeaseIsLost() throws InterruptedException {
        String id = backend.tasks.ask(TaskKind.backfill, null, Map.of());
        worker.tick();
        begun.await();
        await().until(() -> !backend.tasks.progress(id).isEmpty());

        backend.tasks.loseLease(id);
        await().until(() -> backend.tasks.attempts(id) == 2 && backend.tasks.progress(id).size() == 2);
        finish.countDown();

        assertThat(ends(id)).isEqualTo(TaskState.done);
        assertThat(backend.tasks.result(id).attempt()).isEqualTo(2);
    }

    @Test
    void dropsACancelledTask() throws InterruptedException {
        String id = backend.tasks.ask(TaskKind.backfill, null, Map.of());
        worker.tick();
        begun.await();
        await().until(() -> !backend.tasks.progress(id).isEmpty());
        backend.tasks.cancel(id);
        clock.tick(Duration.ofSeconds(21));
        worker.tick();
        await().until(() -> backend.requests().stream().filter(request -> request.endsWith("/progress")).count() == 2);

        finish.countDown();

        String next = backend.tasks.ask(TaskKind.test, null, Map.of("name", "Eve"));
        assertThat(ends(next)).isEqualTo(TaskState.done);
        assertThat(backend.tasks.result(id)).isNull();
        assertThat(backend.tasks.state(id)).isEqualTo(TaskState.cancelled);
    }

    @Test
    void goesOnAfterTheBackendWasAway() {
        backend.refusals.tasksAway(true);
        worker.tick();
        await().until(() -> !backend.requests().isEmpty());
        String id = backend.tasks.ask(TaskKind.test, null, Map.of("name", "Flo"));
        backend.refusals.tasksAway(false);

        await().until(() -> {
            clock.tick(Duration.ofSeconds(2));
            worker.tick();
            return backend.tasks.result(id) != null;
        });

        assertThat(backend.tasks.state(id)).isEqualTo(TaskState.done);
    }

    @Test
    void givesUpWhatItHoldsWhenItEnds() throws InterruptedException {
        String id = backend.tasks.ask(TaskKind.backfill, null, Map.of());
        worker.tick();
        begun.await();
        await().until(() -> !backend.tasks.progress(id).isEmpty());

        stopping.set(true);
        threads.shutdownNow();
        worker.stop(Duration.ofSeconds(5));

        await().until(() -> backend.tasks.state(id) == TaskState.queued);
        assertThat(backend.tasks.result(id)).isNull();
    }
}
