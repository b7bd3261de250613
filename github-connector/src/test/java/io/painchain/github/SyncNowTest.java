package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.backend.Retry;
import io.painchain.connector.backend.TaskClient;
import io.painchain.connector.cache.LocalCache;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.task.TaskWorker;
import io.painchain.github.integration.ConnectorContext;
import io.painchain.github.integration.GitHub;
import io.painchain.github.rig.Rig;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskState;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** A sync that a user asks for. */
@QuarkusTest
class SyncNowTest {

    private static final By ALICE = By.user("alice");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Rig rig;
    private Repository api;
    private IntegrationPoller poller;
    private TaskWorker worker;

    @BeforeEach
    void start() {
        rig = new Rig();
        api = rig.repository("acme/api");
        rig.integrate("acme/api", "acme/none");
        ConnectorContext context = rig.context(threads, Duration.ofSeconds(10));
        poller = GitHub.poller(context, ConnectorMetadata.load("github"), "worker");
        worker = new TaskWorker(
                new TaskWorker.Surroundings(
                        new TaskClient(context.backend(), context.backend(), "github", "worker"),
                        new Retry(Duration.ofMillis(1), 3), threads, new FairExecutor(threads, 4)::submit, rig.clock,
                        Duration.ofSeconds(5), () -> false),
                new TaskHandlers(context, poller, threads, new LocalCache(), rig.meters).all());
        poller.tick();
        await().until(() -> !rig.backend.reports().isEmpty());
        worker.tick();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        rig.close();
    }

    private void ends(String id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            rig.clock.tick(Duration.ofMillis(10));
            poller.tick();
            return rig.backend.tasks.result(id) != null;
        });
    }

    private TaskProgress lastWord(String id) {
        List<TaskProgress> words = rig.backend.tasks.progress(id);
        return words.get(words.size() - 1);
    }

    @Test
    void readsEverythingNowAndTellsHowEachRepositoryFared() {
        // Given
        api.pulls().open(new NewPull("Fresh", "fresh"), ALICE);

        // When
        String id = rig.backend.tasks.ask(TaskKind.sync, INTEGRATION, Map.of());
        ends(id);

        // Then
        assertThat(rig.backend.tasks.state(id)).isEqualTo(TaskState.done);
        assertThat(rig.ids()).contains("pr-acme/api-1#opened");
        assertThat(lastWord(id).done()).isEqualTo(2);
        assertThat(lastWord(id).total()).isEqualTo(2);
        assertThat(lastWord(id).detail().counts().get("created")).isPositive();
        assertThat(lastWord(id).detail().repositories())
                .containsExactly(new TaskProgress.Repository("acme/api", "done", 100, null),
                        new TaskProgress.Repository("acme/none", "failed", 100,
                                "Repository not found: acme/none does not exist or this token may not see it"));
    }

    @Test
    void failsWithASentenceWhereNothingCanBeRead() {
        // Given
        rig.gitHub.tokens().revoke(SimulatorConfig.TOKEN);

        // When
        String id = rig.backend.tasks.ask(TaskKind.sync, INTEGRATION, Map.of());
        ends(id);

        // Then
        assertThat(rig.backend.tasks.state(id)).isEqualTo(TaskState.failed);
        assertThat(rig.backend.tasks.result(id).error()).startsWith("Authentication failed");
    }

    @Test
    void givesAnIntegrationUpAsSoonAsItIsAnothersToRead() {
        // Given
        rig.backend.disable(INTEGRATION);
        rig.backend.assignment("8");
        String id = rig.backend.tasks.ask(TaskKind.test, null, Map.of("config", Map.of()));
        await().until(() -> rig.backend.tasks.result(id) != null);
        rig.backend.forgetRequests();
        rig.gitHub.requests().reset();

        // When
        rig.clock.tick(Duration.ofSeconds(1));
        poller.tick();
        rig.clock.tick(Duration.ofSeconds(61));
        poller.tick();

        // Then
        assertThat(rig.backend.requests()).startsWith("GET /api/integrations");
        assertThat(rig.gitHub.requests().total()).isZero();
    }
}
