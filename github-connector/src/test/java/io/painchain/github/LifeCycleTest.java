package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.github.rig.Rig;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** Integrations that come, change and go, and neighbours that must not suffer. */
@QuarkusTest
class LifeCycleTest {

    private static final By ALICE = By.user("alice");

    private Rig rig;
    private Repository api;

    @BeforeEach
    void start() {
        rig = new Rig();
        api = rig.repository("acme/api");
        rig.integrate("acme/api");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void registersBeforeItAsksForIntegrations() {
        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.requests().subList(0, 2)).containsExactly("PUT /api/connectors/github",
                "GET /api/integrations");
        assertThat(rig.backend.type().id()).isEqualTo("github");
    }

    @Test
    void pollsANewIntegrationInTheNextCycle() {
        // Given
        rig.cycle();
        Repository web = rig.repository("acme/web");
        web.pulls().open(new NewPull("Fresh", "fresh"), ALICE);
        rig.backend.integrate("second", Map.of("token", SimulatorConfig.TOKEN, "apiUrl",
                rig.gitHub.enterpriseUri().toString(), "repositories", "acme/web, acme/api"));

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.ids("second")).contains("pr-acme/web-1#opened");
    }

    @Test
    void stopsPollingADisabledIntegration() {
        // Given
        rig.cycle();
        rig.backend.disable(INTEGRATION);
        rig.gitHub.requests().reset();

        // When
        rig.cycle().cycle();

        // Then
        assertThat(rig.gitHub.requests().total()).isZero();
    }

    @Test
    void stopsAtTheNewsThatItsIntegrationWasDeleted() {
        // Given
        rig.cycle();
        api.pulls().open(new NewPull("Late", "late"), ALICE);
        rig.backend.delete(INTEGRATION);
        rig.backend.integrate("other", Map.of("token", SimulatorConfig.TOKEN, "apiUrl",
                rig.gitHub.enterpriseUri().toString(), "repositories", List.of("acme/api")));

        // When
        rig.cycle().cycle();

        // Then
        assertThat(rig.backend.ids(INTEGRATION)).isEmpty();
        assertThat(rig.backend.ids("other")).contains("pr-acme/api-1#opened");
    }

    @Test
    void takesAChangedConfigurationUp() {
        // Given
        rig.cycle();
        rig.repository("acme/web").pulls().open(new NewPull("Fresh", "fresh"), ALICE);
        rig.integrate("acme/web");

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/web-1#opened");
    }

    @Test
    void readsTheTenMostRecentlyPushedWhereNoneIsNamed() {
        // Given
        for (int i = 0; i < 12; i++) {
            rig.clock.tick(Duration.ofMinutes(1));
            rig.repository("acme/service-" + i).pulls().open(new NewPull("Start", "start"), ALICE);
        }
        rig.integrate();

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.endsWith("#opened")).hasSize(10)
                .contains("pr-acme/service-11-1#opened").doesNotContain("pr-acme/service-0-1#opened");
    }

    @Test
    void addsTheRepositorysTags() {
        // Given
        api.pulls().open(new NewPull("Tagged", "tagged"), ALICE);
        rig.backend.integrate(INTEGRATION,
                Map.of("token", SimulatorConfig.TOKEN, "apiUrl", rig.gitHub.enterpriseUri().toString(), "repositories",
                        List.of(Map.of("owner", "acme", "repo", "api", "tags", List.of("backend", "critical")))));

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.event(INTEGRATION, "pr-acme/api-1#opened").tags()).containsExactly("backend", "critical");
    }

    @Test
    void keepsToTheIntegrationsOwnInterval() {
        // Given
        rig.backend.integrate(INTEGRATION, Map.of("token", SimulatorConfig.TOKEN, "apiUrl",
                rig.gitHub.enterpriseUri().toString(), "repositories", "acme/api", "pollInterval", 300));
        rig.cycle();

        // When
        for (int minute = 0; minute < 10; minute++) {
            rig.cycle();
        }

        // Then
        assertThat(rig.backend.reports()).hasSize(3);
    }

    @Test
    void registersAgainAfterTheBackendWasAway() {
        // Given
        rig.cycle();
        rig.backend.forgetTypes();
        rig.backend.forgetRequests();

        // When
        rig.cycle().cycle();

        // Then
        assertThat(rig.backend.requests()).contains("PUT /api/connectors/github");
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }

    @Test
    void aSlowRepositoryHoldsUpNoOther() {
        // Given
        Repository slow = rig.repository("acme/slow");
        slow.pulls().open(new NewPull("Slow", "slow"), ALICE);
        rig.integrate("acme/slow", "acme/api");
        rig.gitHub.faults().on("/repos/acme/slow/**", -1, Fault.delay(Duration.ofSeconds(3)));
        ExecutorService threads = Executors.newCachedThreadPool();
        IntegrationPoller poller = rig.connector(threads, Duration.ofSeconds(30));
        try {
            poller.tick();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> rig.backend.checkpoints(INTEGRATION)
                    .containsKey("acme/api"));
            api.pulls().open(new NewPull("Quick", "quick"), ALICE);

            // When
            Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(100)).until(() -> {
                rig.clock.tick(Duration.ofSeconds(61));
                poller.tick();
                return rig.ids().contains("pr-acme/api-1#opened");
            });

            // Then
            assertThat(rig.ids()).doesNotContain("pr-acme/slow-1#opened");
        } finally {
            threads.shutdownNow();
        }
    }
}
