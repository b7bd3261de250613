package io.painchain.simulator.world.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.population.Population;
import io.painchain.simulator.world.population.Populator;

/** Runs as GitHub shows them now and then. */
class OddRunTest {

    private static final String RUNS = "/repos/acme/api/actions/runs";
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void isCompletedBeforeItHasAConclusion() {
        WorkflowRun run = runs().start(new NewRun("CI", "main"), ALICE);
        runs().complete(run.id(), null, ALICE);
        JsonNode open = simulator.get(RUNS + "/" + run.id()).json();
        simulator.clock().tick(Duration.ofMinutes(1));

        runs().conclude(run.id(), "failure", ALICE);

        JsonNode known = simulator.get(RUNS + "/" + run.id()).json();
        assertThat(open.get("status").asText()).isEqualTo("completed");
        assertThat(open.get("conclusion").isNull()).isTrue();
        assertThat(known.get("conclusion").asText()).isEqualTo("failure");
        assertThat(known.get("run_attempt").asInt()).isEqualTo(1);
        assertThat(simulator.get(RUNS + "/" + run.id() + "/jobs").json().at("/jobs/0/conclusion").asText())
                .isEqualTo("failure");
        assertThatThrownBy(() -> runs().conclude(run.id(), "success", ALICE))
                .isInstanceOf(ImpossibleChangeException.class);
    }

    @Test
    void comesFromAForksBranchOfTheSameName() {
        WorkflowRun run = runs().start(new NewRun("CI", "main").event("pull_request").fromFork("stranger/api"), ALICE);

        JsonNode shown = simulator.get(RUNS + "/" + run.id()).json();
        simulator.world().deleteRepository(simulator.world().repository("stranger/api"));

        assertThat(shown.get("head_branch").asText()).isEqualTo("main");
        assertThat(shown.at("/repository/full_name").asText()).isEqualTo("acme/api");
        assertThat(shown.at("/head_repository/full_name").asText()).isEqualTo("stranger/api");
        assertThat(shown.at("/head_repository/fork").asBoolean()).isTrue();
        assertThat(shown.get("pull_requests")).isEmpty();
        assertThat(simulator.get(RUNS + "/" + run.id()).json().get("head_repository").isNull()).isTrue();
    }

    @Test
    void isUpdatedLongAfterItsEnd() {
        WorkflowRun run = runs().start(new NewRun("CI", "main"), ALICE);
        runs().complete(run.id(), "success", ALICE);
        simulator.clock().tick(Duration.ofDays(19));

        runs().touch(run.id(), ALICE);

        JsonNode shown = simulator.get(RUNS + "/" + run.id()).json();
        assertThat(shown.get("updated_at").asText()).isEqualTo("2026-12-09T12:00:00Z");
        assertThat(shown.get("conclusion").asText()).isEqualTo("success");
        assertThat(simulator.get(RUNS + "/" + run.id() + "/jobs").json().at("/jobs/0/completed_at").asText())
                .isEqualTo("2026-11-20T12:00:00Z");
    }

    @Test
    void isDeletedAndItsNumberNotGivenAgain() {
        WorkflowRun first = runs().start(new NewRun("CI", "main"), ALICE);
        runs().delete(first.id());

        WorkflowRun second = runs().start(new NewRun("CI", "main"), ALICE);

        assertThat(simulator.get(RUNS + "/" + first.id()).status()).isEqualTo(404);
        assertThat(simulator.get(RUNS).json().get("total_count").asInt()).isEqualTo(1);
        assertThat(second.runNumber()).isEqualTo(2);
    }

    @Test
    void isOneOfManyInAWeekAndOfManyThatNeverEnd() {
        Populator.populate(simulator.repository(), new Population(0, 0, 1_100, 0, 0, 5).endlessRuns(189)
                .apart(Duration.ofMinutes(5)));

        JsonNode week = simulator.get(RUNS + "?created=2026-11-13..2026-11-20&per_page=100").json();
        JsonNode endless = simulator.get(RUNS + "?status=in_progress").json();

        assertThat(week.get("total_count").asInt()).isGreaterThan(1_200);
        assertThat(endless.get("total_count").asInt()).isEqualTo(189);
        assertThat(simulator.get(RUNS + "?created=2026-11-13..2026-11-20&per_page=100&page=11").each("id")).isEmpty();
    }

    private WorkflowRuns runs() {
        return simulator.repository().runs();
    }
}
