package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.WorkflowRun;
import io.quarkus.test.junit.QuarkusTest;

/** A merge through the queue: its branches are no events, and its run belongs to the pull request. */
@QuarkusTest
class MergeQueueTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.repository("acme/api");

    @Test
    void tellsOfTheMergeAndItsRunAndOfNoBranch() {
        // Given
        rig.integrate("acme/api").cycle();
        int pull = api.pulls().open(new NewPull("Add it", "feature")
                .commits(new NewCommit("Add", List.of(FileChange.added("It.java", 4)))), ALICE).number();
        rig.cycle();

        // When
        WorkflowRun run = api.pulls().queue().enter(pull, ALICE);
        rig.cycle();
        api.runs().complete(run.id(), "success", ALICE);
        api.pulls().queue().leave(pull, ALICE);
        rig.settle();

        // Then
        assertThat(rig.ids()).noneMatch(id -> id.contains("gh-readonly-queue")).contains("pr-acme/api-" + pull + "#merged",
                "workflow-acme/api-" + run.id());
        EventDraft event = rig.backend.events(INTEGRATION).stream()
                .filter(one -> one.externalId().equals("workflow-acme/api-" + run.id())).findFirst().orElseThrow();
        assertThat(event.title()).endsWith("main, merge queue #" + pull);
        assertThat(event.correlationKeys()).contains("pull_request:acme/api#" + pull);
        assertThat(event.data()).containsEntry("merge_queue", true).containsEntry("base_branch", "main");
    }
}
