package io.painchain.simulator.world.pull;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.run.WorkflowRun;

class MergeQueueTest {

    private static final By BOB = By.user("bob");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @BeforeEach
    void openAPull() {
        simulator.repository().pulls().open(new NewPull("Add a cache", "cache"), By.user("alice"));
    }

    @Test
    void runsOnABranchOfItsOwn() {
        String base = simulator.repository().git().head("main");

        WorkflowRun run = simulator.repository().pulls().queue().enter(1, BOB);

        JsonNode shown = simulator.get("/repos/acme/api/actions/runs/" + run.id()).json();
        assertThat(shown.get("event").asText()).isEqualTo("merge_group");
        assertThat(shown.get("head_branch").asText()).isEqualTo("gh-readonly-queue/main/pr-1-" + base);
        assertThat(simulator.get("/repos/acme/api/activity?activity_type=branch_creation").each("/actor/login"))
                .contains("github-merge-queue[bot]");
    }

    @Test
    void mergesAndDeletesThatBranch() {
        MergeQueue queue = simulator.repository().pulls().queue();
        queue.enter(1, BOB);

        queue.leave(1, BOB);

        assertThat(simulator.get("/repos/acme/api/pulls/1").json().get("merged").asBoolean()).isTrue();
        assertThat(simulator.get("/repos/acme/api/branches").each("name")).containsExactlyInAnyOrder("cache", "main");
        assertThat(simulator.get("/repos/acme/api/activity").each("activity_type")).contains("merge_queue_merge",
                "branch_deletion");
    }

    @Test
    void isScriptedOverHttp() {
        int entered = simulator.client().post("/_sim/repos/acme/api/pulls/1/queue", "{\"by\":\"bob\"}").status();
        int left = simulator.client().post("/_sim/repos/acme/api/pulls/1/dequeue", "{\"by\":\"bob\"}").status();

        assertThat(entered).isEqualTo(201);
        assertThat(left).isEqualTo(201);
        assertThat(simulator.get("/repos/acme/api/pulls/1").json().get("merged").asBoolean()).isTrue();
    }
}
