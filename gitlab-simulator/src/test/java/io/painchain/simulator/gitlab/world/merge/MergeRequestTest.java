package io.painchain.simulator.gitlab.world.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;
import io.painchain.simulator.world.change.By;

class MergeRequestTest {

    private static final By BOB = By.user("bob");

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void aMergeHasACommitAndMovesItsTarget() {
        open(2);
        all().merge(1, MergeMethod.MERGE, BOB);

        Reply one = gitLab.ofProject("/merge_requests/1");

        assertThat(one.at("/state")).isEqualTo("merged");
        assertThat(one.at("/merge_user/username")).isEqualTo("bob");
        assertThat(one.at("/merge_commit_sha")).isEqualTo(gitLab.project().repository().head("main"));
        assertThat(one.at("/squash_commit_sha")).isNull();
        assertThat(gitLab.ofProject("/merge_requests/1/commits").json()).hasSize(2);
        assertThat(gitLab.ofProject("/merge_requests/1/diffs").json()).hasSize(2);
        assertThat(gitLab.ofProject("/events").each("/action_name")).startsWith("pushed to", "accepted");
    }

    @Test
    void aFastForwardHasNoMergeCommit() {
        open(1);
        all().merge(1, MergeMethod.FAST_FORWARD, BOB);

        Reply one = gitLab.ofProject("/merge_requests/1");

        assertThat(one.at("/merge_commit_sha")).isNull();
        assertThat(one.at("/sha")).isEqualTo(gitLab.project().repository().head("main"));
    }

    @Test
    void aSquashNamesItsCommit() {
        open(3);
        all().merge(1, MergeMethod.SQUASH_FAST_FORWARD, BOB);

        Reply one = gitLab.ofProject("/merge_requests/1");

        assertThat(one.at("/squash_commit_sha")).isEqualTo(gitLab.project().repository().head("main"));
        assertThat(one.at("/merge_commit_sha")).isNull();
    }

    @Test
    void stepsAreNumberedUnlessTheServerIsOlder() {
        open(1);
        all().close(1, BOB);
        all().reopen(1, BOB);
        assertThat(gitLab.ofProject("/merge_requests/1/resource_state_events").each("/state"))
                .containsExactly("closed", "reopened");

        all().numbersSteps(false);
        all().close(1, BOB);

        assertThat(gitLab.ofProject("/merge_requests/1/resource_state_events").json()).hasSize(2);
        assertThat(gitLab.ofProject("/merge_requests/1").at("/closed_at")).isEqualTo("2026-11-20T12:00:00.000Z");
    }

    @Test
    void approvalsAreSystemNotes() {
        open(1);
        all().approve(1, By.user("carol"));
        all().unapprove(1, By.user("carol"));
        all().comment(1, "Nice", BOB);

        Reply notes = gitLab.ofProject("/merge_requests/1/notes?sort=asc");

        assertThat(notes.each("/body")).containsExactly("approved this merge request", "unapproved this merge request",
                "Nice");
        assertThat(notes.each("/system")).containsExactly("true", "true", "false");
        assertThat(gitLab.ofProject("/events?action=approved").json()).hasSize(1);
    }

    @Test
    void aCheckOfMergeabilityLeavesTheTimeAlone() {
        open(1);
        gitLab.later(Duration.ofMinutes(5));

        all().mergeStatus(1, "conflict");

        assertThat(gitLab.ofProject("/merge_requests/1").at("/detailed_merge_status")).isEqualTo("conflict");
        assertThat(gitLab.ofProject("/merge_requests/1").at("/updated_at")).isEqualTo("2026-11-20T12:00:00.000Z");
    }

    @Test
    void pushesMoveItWhereTheServerDoesSo() {
        open(1);
        gitLab.later(Duration.ofMinutes(5));
        gitLab.project().pushes().commit("cache", List.of("More"), BOB);
        assertThat(gitLab.ofProject("/merge_requests/1").at("/updated_at")).isEqualTo("2026-11-20T12:05:00.000Z");

        all().pushesMove(false);
        gitLab.later(Duration.ofMinutes(5));
        String sha = gitLab.project().pushes().commit("cache", List.of("Still more"), BOB).sha();

        assertThat(gitLab.ofProject("/merge_requests/1").at("/updated_at")).isEqualTo("2026-11-20T12:05:00.000Z");
        assertThat(gitLab.ofProject("/merge_requests/1").at("/sha")).isEqualTo(sha);
    }

    @Test
    void aDraftSaysSoUnderBothNames() {
        all().open(new NewMergeRequest("Later", "", "later", null, true, List.of(), 1), BOB);

        Reply list = gitLab.ofProject("/merge_requests?state=opened");

        assertThat(list.at("/0/draft")).isEqualTo("true");
        assertThat(list.at("/0/work_in_progress")).isEqualTo("true");
        assertThat(list.at("/0/title")).isEqualTo("Draft: Later");
    }

    private void open(int commits) {
        all().open(NewMergeRequest.of("Add a cache", "cache").commits(commits), BOB);
    }

    private MergeRequests all() {
        return gitLab.project().mergeRequests();
    }
}
