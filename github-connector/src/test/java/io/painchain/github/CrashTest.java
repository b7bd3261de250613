package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.rig.Refusals.Refusal;
import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.population.Population;
import io.painchain.simulator.world.population.Populator;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;
import io.quarkus.test.junit.QuarkusTest;

/** Nothing missed, nothing doubled, nothing set back, whoever falls over and whenever. */
@QuarkusTest
class CrashTest {

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
    void repeatsACrawlThatWasCutOffBetweenTwoBatches() {
        // Given
        rig.cycle();
        for (int i = 0; i < 1_200; i++) {
            rig.clock.tick(Duration.ofSeconds(1));
            api.issues().open(new NewIssue("Problem " + i), ALICE);
        }
        rig.backend.refusals.batches(new Refusal(200, true), new Refusal(503, false), new Refusal(503, false),
                new Refusal(503, false), new Refusal(503, false), new Refusal(503, false), new Refusal(503, false));
        rig.cycle();
        int before = rig.ids().size();

        // When
        rig.backend.refusals.acceptAllBatches();
        rig.restart().settle();

        // Then
        assertThat(before).isLessThan(1_200);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("issue-")).hasSize(1_200).doesNotHaveDuplicates();
        assertThat(rig.backend.count(Outcome.rejected)).isZero();
    }

    @Test
    void takesAnAnswerThatGotLostForNoAnswer() {
        // Given
        Populator.populate(api, new Population(30, 30, 30, 5, 30, 5));
        rig.backend.refusals.batches(new Refusal(503, true), new Refusal(503, true), new Refusal(503, true),
                new Refusal(503, true), new Refusal(503, true), new Refusal(503, true));

        // When
        rig.settle();

        // Then
        List<String> ids = rig.ids();
        Rig other = new Rig();
        try (other) {
            Populator.populate(other.repository("acme/api"), new Population(30, 30, 30, 5, 30, 5));
            other.integrate("acme/api").settle();
            assertThat(ids.stream().map(id -> id.replaceAll("\\d+", "0")).toList())
                    .containsExactlyInAnyOrderElementsOf(other.ids().stream().map(id -> id.replaceAll("\\d+", "0")).toList());
        }
    }

    @Test
    void halvesBatchesThatAreTooLarge() {
        // Given
        Populator.populate(api, new Population(40, 40, 40, 5, 40, 5));
        rig.backend.refusals.batchLimit(7);

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.batchSizes()).allMatch(size -> size <= 7);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("workflow-")).hasSize(40);
    }

    @Test
    void twoConnectorsDoTheWorkTwiceAndNoHarm() {
        // Given
        IntegrationPoller one = rig.connector(Runnable::run);
        IntegrationPoller two = rig.connector(Runnable::run);
        WorkflowRun run = api.runs().start(new NewRun("Build", "main"), ALICE);
        one.tick();
        two.tick();

        // When
        for (int i = 0; i < 20; i++) {
            rig.clock.tick(Duration.ofSeconds(61));
            api.pulls().open(new NewPull("Change " + i, "change-" + i), ALICE);
            if (i == 10) {
                api.runs().complete(run.id(), "success", ALICE);
            }
            (i % 2 == 0 ? one : two).tick();
            (i % 2 == 0 ? two : one).tick();
        }

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("pr-")).hasSize(20).doesNotHaveDuplicates();
        assertThat(rig.backend.event(INTEGRATION, "workflow-acme/api-" + run.id()).status()).isEqualTo("success");
    }

    @Test
    void twoConnectorsComeToRest() {
        // Given
        Populator.populate(api, new Population(10, 10, 10, 2, 10, 5));
        IntegrationPoller one = rig.connector(Runnable::run);
        IntegrationPoller two = rig.connector(Runnable::run);
        for (int i = 0; i < 185; i++) {
            rig.clock.tick(Duration.ofSeconds(61));
            one.tick();
            two.tick();
        }
        rig.gitHub.requests().reset();
        rig.backend.forgetRequests();

        // When
        for (int i = 0; i < 20; i++) {
            rig.clock.tick(Duration.ofSeconds(61));
            one.tick();
            two.tick();
        }

        // Then
        assertThat(rig.gitHub.requests().total()).isEqualTo(rig.gitHub.requests().notModified());
        assertThat(rig.backend.batchSizes()).isEmpty();
    }

    @Test
    void aLateStateOfARunDoesNotSetItBack() {
        // Given
        WorkflowRun run = api.runs().start(new NewRun("Build", "main"), ALICE);
        IntegrationPoller slow = rig.connector(Runnable::run);
        slow.tick();
        rig.clock.tick(Duration.ofSeconds(30));
        api.runs().complete(run.id(), "success", ALICE);
        rig.cycle();
        EventDraft concluded = rig.backend.event(INTEGRATION, "workflow-acme/api-" + run.id());

        // When
        rig.backend.forgetCheckpoints();
        slow.tick();
        rig.settle();

        // Then
        assertThat(rig.backend.event(INTEGRATION, "workflow-acme/api-" + run.id())).isEqualTo(concluded);
        assertThat(concluded.status()).isEqualTo("success");
    }

    @Test
    void losesNothingWhenItsCheckpointsAreLost() {
        // Given
        Populator.populate(api, new Population(30, 30, 30, 5, 30, 5));
        rig.settle();
        List<EventDraft> before = rig.backend.events(INTEGRATION);

        // When
        rig.backend.forgetCheckpoints();
        rig.restart().settle();

        // Then
        assertThat(rig.ids()).containsAll(before.stream().map(EventDraft::externalId).toList()).doesNotHaveDuplicates();
    }
}
