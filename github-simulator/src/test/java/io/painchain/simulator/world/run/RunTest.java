package io.painchain.simulator.world.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;

class RunTest {

    private static final String RUNS = "/repos/acme/api/actions/runs";
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void goesFromQueuedToItsConclusion() {
        WorkflowRun run = runs().start(new NewRun("CI", "main").queued().jobs("build", "test"), ALICE);
        assertThat(one(run).get("status").asText()).isEqualTo("queued");
        assertThat(one(run).get("conclusion").isNull()).isTrue();
        runs().hold(run.id(), "waiting", ALICE);
        assertThat(one(run).get("status").asText()).isEqualTo("waiting");

        runs().progress(run.id(), ALICE);
        assertThat(jobs(run).get(0).get("status").asText()).isEqualTo("in_progress");
        simulator.clock().tick(Duration.ofMinutes(2));
        runs().complete(run.id(), "failure", ALICE);

        assertThat(one(run).get("conclusion").asText()).isEqualTo("failure");
        assertThat(one(run).get("updated_at").asText()).isEqualTo("2026-11-20T12:02:00Z");
        assertThat(jobs(run)).extracting(job -> job.get("conclusion").asText()).containsExactly("success", "failure");
        assertThat(jobs(run).get(1).get("steps")).extracting(step -> step.get("conclusion").asText())
                .containsExactly("success", "success", "success", "failure", "success");
    }

    @Test
    void keepsEarlierAttempts() {
        WorkflowRun run = runs().start(new NewRun("CI", "main"), ALICE);
        runs().complete(run.id(), "failure", ALICE);
        simulator.clock().tick(Duration.ofHours(1));
        runs().rerun(run.id(), By.user("bob"));

        JsonNode latest = one(run);
        JsonNode first = simulator.get(RUNS + "/" + run.id() + "/attempts/1").json();
        assertThat(latest.get("run_attempt").asInt()).isEqualTo(2);
        assertThat(latest.get("status").asText()).isEqualTo("in_progress");
        assertThat(latest.get("created_at").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(latest.get("run_started_at").asText()).isEqualTo("2026-11-20T13:00:00Z");
        assertThat(latest.get("previous_attempt_url").asText()).endsWith("/attempts/1");
        assertThat(latest.at("/triggering_actor/login").asText()).isEqualTo("bob");
        assertThat(latest.at("/actor/login").asText()).isEqualTo("alice");
        assertThat(first.get("conclusion").asText()).isEqualTo("failure");
        assertThat(first.get("previous_attempt_url").isNull()).isTrue();
        assertThat(simulator.get(RUNS + "/" + run.id() + "/attempts/3").status()).isEqualTo(404);
        assertThat(simulator.get(RUNS + "/" + run.id() + "/attempts/1/jobs").json().at("/jobs/0/run_attempt").asInt())
                .isEqualTo(1);
        assertThat(simulator.get(RUNS + "/" + run.id() + "/jobs?filter=all").json().get("total_count").asInt())
                .isEqualTo(2);
    }

    @Test
    void doesNotMoveAReRunInTheList() {
        WorkflowRun old = runs().start(new NewRun("CI", "main"), ALICE);
        runs().complete(old.id(), "failure", ALICE);
        simulator.clock().tick(Duration.ofMinutes(1));
        WorkflowRun young = runs().start(new NewRun("CI", "main"), ALICE);
        runs().rerun(old.id(), ALICE);

        assertThat(simulator.get(RUNS).each("id")).containsExactly(String.valueOf(young.id()),
                String.valueOf(old.id()));
        assertThat(simulator.get(RUNS).each("run_number")).containsExactly("2", "1");
    }

    @ParameterizedTest
    @CsvSource({ "branch=main, 2", "branch=change, 1", "event=pull_request, 1", "status=completed, 1",
            "status=success, 1", "status=in_progress, 2", "actor=bob, 1", "created=2026-11-20T12:05:00Z..*, 2",
            "created=<2026-11-20T12:05:00Z, 1", "created=>=2026-11-20T12:10:00Z, 1", "created=2026-11-20, 3",
            "created=2026-11-19, 0", "branch=main&status=completed, 1" })
    void filters(String query, int expected) {
        WorkflowRun first = runs().start(new NewRun("CI", "main"), ALICE);
        runs().complete(first.id(), "success", ALICE);
        simulator.clock().tick(Duration.ofMinutes(5));
        PullRequest pull = simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        runs().start(NewRun.forPull("CI", pull), By.user("bob"));
        simulator.clock().tick(Duration.ofMinutes(5));
        runs().start(new NewRun("Deploy", "main"), ALICE);

        Reply reply = simulator.get(RUNS + "?" + query.replace(">", "%3E").replace("<", "%3C"));

        assertThat(reply.json().get("workflow_runs")).hasSize(expected);
        assertThat(reply.json().get("total_count").asInt()).isEqualTo(expected);
    }

    @Test
    void belongsToItsCommitAndPullRequest() {
        PullRequest pull = simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        WorkflowRun run = runs().start(NewRun.forPull("CI", pull), ALICE);

        assertThat(one(run).get("head_sha").asText()).isEqualTo(pull.headSha());
        assertThat(one(run).at("/pull_requests/0/number").asInt()).isEqualTo(1);
        assertThat(simulator.get(RUNS + "?head_sha=" + pull.headSha()).each("id")).hasSize(1);
        assertThat(simulator.get(RUNS + "?check_suite_id=" + one(run).get("check_suite_id").asLong()).each("id"))
                .hasSize(1);
        assertThat(simulator.get(RUNS + "?check_suite_id=1").each("id")).isEmpty();
    }

    @Test
    void runsAgainOnlyWhenCompleted() {
        WorkflowRun run = runs().start(new NewRun("CI", "main"), ALICE);

        assertThatThrownBy(() -> runs().rerun(run.id(), ALICE)).isInstanceOf(ImpossibleChangeException.class);
        runs().complete(run.id(), "cancelled", ALICE);
        assertThatThrownBy(() -> runs().complete(run.id(), "success", ALICE))
                .isInstanceOf(ImpossibleChangeException.class);
        assertThat(one(run).get("conclusion").asText()).isEqualTo("cancelled");
    }

    private WorkflowRuns runs() {
        return simulator.repository().runs();
    }

    private JsonNode one(WorkflowRun run) {
        return simulator.get(RUNS + "/" + run.id()).json();
    }

    private JsonNode jobs(WorkflowRun run) {
        return simulator.get(RUNS + "/" + run.id() + "/jobs").json().get("jobs");
    }
}
