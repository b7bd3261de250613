package io.painchain.github.mapping;

import static io.painchain.github.mapping.Recorded.NOW;
import static io.painchain.github.mapping.Recorded.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.github.api.record.Activity;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.api.record.run.WorkflowRun.Home;
import io.painchain.model.event.EventDraft;

/** Whose branch a run is of. */
class RunHeadTest {

    private static final Home OWN = new Home(42L, "acme/api", false);

    private static EventDraft run(String event, String branch, Home own, Home head) {
        return WorkflowRunMapper.toDraft(SCOPE, new WorkflowRun(66L, "CI", null, null, 1L, 1, event, "completed", "failure",
                branch, "a".repeat(40), null, null, NOW, NOW, NOW, null, null, null, own, head), null);
    }

    @Test
    void namesTheOwnerOfAFork() {
        // When
        EventDraft draft = run("pull_request", "main", OWN, new Home(43L, "stranger/api", true));

        // Then
        assertThat(draft.title()).isEqualTo("[Workflow] ✗ CI - stranger:main");
        assertThat(draft.data()).containsEntry("branch", "stranger:main").containsEntry("head_repository", "stranger/api");
    }

    @Test
    void saysThatAForkIsGone() {
        assertThat(run("pull_request", "main", OWN, null).title()).isEqualTo("[Workflow] ✗ CI - unknown:main");
    }

    @Test
    void namesNoOwnerOfItsOwnBranches() {
        assertThat(run("pull_request", "main", OWN, OWN).data()).containsEntry("branch", "main")
                .doesNotContainKey("head_repository");
        assertThat(run("push", "main", OWN, null).data()).containsEntry("branch", "main");
        assertThat(run("pull_request", "main", null, null).data()).containsEntry("branch", "main");
    }

    @ParameterizedTest
    @CsvSource({ "gh-readonly-queue/main/pr-123-,main", "gh-readonly-queue/release/1.2/pr-123-,release/1.2",
            "gh-readonly-queue/a/pr-9-b/pr-123-,a/pr-9-b" })
    void tiesARunOfTheMergeQueueToItsPullRequest(String branch, String base) {
        // When
        EventDraft draft = run("merge_group", branch + "a".repeat(40), OWN, OWN);

        // Then
        assertThat(draft.title()).isEqualTo("[Workflow] ✗ CI - " + base + ", merge queue #123");
        assertThat(draft.correlationKeys()).contains("pull_request:acme/api#123");
        assertThat(draft.data()).containsEntry("merge_queue", true).containsEntry("base_branch", base);
    }

    @Test
    void leavesOutTheMergeQueuesOwnBranches() {
        // Given
        String ref = "gh-readonly-queue/main/pr-123-" + "a".repeat(40);
        User queue = new User("github-merge-queue[bot]");

        // Then
        for (String type : new String[] { "branch_creation", "branch_deletion", "push" }) {
            Activity activity = new Activity(1L, "a".repeat(40), "b".repeat(40), "refs/heads/" + ref, NOW, type, queue);
            assertThat(RefChange.of(activity)).isEmpty();
            assertThat(Push.of(activity)).isEmpty();
        }
        assertThat(RefChange.of(new FeedEvent("1", "CreateEvent", queue, NOW,
                new FeedEvent.Payload(ref, "branch", null, null, null)))).isEmpty();
    }
}
