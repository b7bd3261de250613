package io.painchain.github.mapping;

import static io.painchain.github.mapping.Fixtures.ANSWERED;
import static io.painchain.github.mapping.Fixtures.SCOPE;
import static io.painchain.github.mapping.Fixtures.assertDraft;
import static io.painchain.github.mapping.Fixtures.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.record.Activity;
import io.painchain.github.api.record.Deployment;
import io.painchain.github.api.record.DeploymentStatus;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.api.record.Issue;
import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Release;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.github.api.record.run.Annotation;
import io.painchain.github.api.record.run.Job;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.RunDetails.Failure;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.model.event.EventDraft;

/** Each recorded record becomes the draft that the contract's sample of the same name shows. */
class MapperTest {

    private static EventDraft pull(String fixture, Transition transition) {
        return PullRequestMapper.toDraft(SCOPE, record(fixture, PullRequest.class), transition, null);
    }

    private static PullRequestDetails details(PullRequest pull) {
        return new PullRequestDetails(pull,
                List.of(record("review-by-a-deleted-user", Review.class), record("review-dismissed", Review.class)),
                record("comparison", Comparison.class).files(), List.of(record("commit-alone", Commit.class)));
    }

    private static Transition opened(String fixture, boolean newest) {
        PullRequest pull = record(fixture, PullRequest.class);
        return Transition.opened(User.loginOf(pull.user()), pull.createdAt(), newest);
    }

    @Test
    void draftsAnOpenPullRequest() {
        PullRequest pull = record("pull-open-in-list", PullRequest.class);

        assertDraft("pull-opened", PullRequestMapper.toDraft(SCOPE, pull, opened("pull-open-in-list", true),
                new PullRequestDetails(pull, List.of(), List.of(), null)));
    }

    @Test
    void draftsAMergedPullRequestWithItsFacts() {
        PullRequest pull = record("pull-merged-read-alone", PullRequest.class);
        Transition merged = new Transition(Kind.merged, null, pull.mergedAt(), pull.mergedBy().login(), true);

        assertDraft("pull-merged", PullRequestMapper.toDraft(SCOPE, pull, merged, details(pull)));
    }

    @Test
    void namesWhatAListDoesNotTellOfAMerge() {
        Instant at = record("pull-merged-in-list", PullRequest.class).mergedAt();

        assertDraft("pull-merged-in-list",
                pull("pull-merged-in-list", new Transition(Kind.merged, null, at, null, true)));
    }

    @Test
    void leavesTheFactsToTheNewestStep() {
        assertDraft("pull-opened-then-merged", pull("pull-merged-in-list", opened("pull-merged-in-list", false)));
    }

    @Test
    void draftsAClosingUnderItsNumber() {
        Instant at = record("pull-closed-in-list", PullRequest.class).closedAt();

        assertDraft("pull-closed",
                pull("pull-closed-in-list", new Transition(Kind.closed, 2342342342L, at, "octocat", true)));
    }

    @Test
    void draftsAClosingUnderItsTimeWhereItHasNoNumber() {
        Instant at = record("pull-closed-in-list", PullRequest.class).closedAt();

        assertDraft("pull-closed-without-number",
                pull("pull-closed-in-list", new Transition(Kind.closed, null, at, null, true)));
    }

    @Test
    void draftsAPullRequestOfADeletedFork() {
        assertDraft("pull-of-a-deleted-fork",
                pull("pull-of-a-deleted-fork", opened("pull-of-a-deleted-fork", false)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "review-by-a-deleted-user", "review-dismissed" })
    void draftsAReview(String fixture) {
        assertDraft(fixture, ReviewMapper.toDraft(SCOPE, record("pull-open-in-list", PullRequest.class),
                record(fixture, Review.class)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "run-success", "run-startup-failure", "run-in-progress", "run-queued", "run-action-required",
            "run-second-attempt", "run-cancelled", "run-without-attempt", "run-of-a-pull-request" })
    void draftsARun(String fixture) {
        assertDraft(fixture, WorkflowRunMapper.toDraft(SCOPE, record(fixture, WorkflowRun.class), RunDetails.UNREAD));
    }

    @Test
    void tellsWhatFailedInARun() {
        Failure failure = new Failure(record("job-failed", Job.class), List.of(record("annotations", Annotation[].class)));

        assertDraft("run-failed", WorkflowRunMapper.toDraft(SCOPE, record("run-startup-failure", WorkflowRun.class),
                new RunDetails(List.of(failure))));
    }

    @Test
    void draftsADeployment() {
        assertDraft("deployment", DeploymentMapper.toDraft(SCOPE, record("deployment", Deployment.class)));
    }

    @Test
    void draftsAStateOfADeployment() {
        assertDraft("deployment-status", DeploymentMapper.toDraft(SCOPE, record("deployment", Deployment.class),
                record("deployment-status", DeploymentStatus.class)));
    }

    @Test
    void linksADeploymentToTheRunThatMadeItAndToItsVersion() {
        Deployment deployment = new Deployment(7L, "a".repeat(40), "v1.2.3", "deploy", "production", null, null, ANSWERED, null,
                true, false);
        DeploymentStatus status = new DeploymentStatus(8L, "in_progress", null, null, "",
                "https://github.com/acme/api/actions/runs/123/job/456", null, null, ANSWERED, null);

        assertThat(DeploymentMapper.toDraft(SCOPE, deployment, status).correlationKeys()).contains("workflow_run:acme/api#123",
                "tag:acme/api@v1.2.3", "commit:acme/api@" + "a".repeat(40), "deployment:acme/api#7");
    }

    @Test
    void draftsACommit() {
        assertDraft("commit", CommitMapper.toDraft(SCOPE, "main", record("commit-alone", Commit.class), ANSWERED));
    }

    @Test
    void namesWhatAListDoesNotTellOfACommit() {
        assertThat(CommitMapper.toDraft(SCOPE, "main", record("commit", Commit.class), ANSWERED).data().get("missing"))
                .isEqualTo(List.of("additions", "deletions", "total_changes", "files"));
    }

    @Test
    void draftsABranchsCreation() {
        assertDraft("branch-created", RefMapper.toDraft(SCOPE,
                RefChange.of(record("activity-branch-creation", Activity.class)).orElseThrow(), ANSWERED));
    }

    @Test
    void draftsATagsDeletion() {
        assertDraft("tag-deleted",
                RefMapper.toDraft(SCOPE, RefChange.of(record("feed-tag-deleted", FeedEvent.class)).orElseThrow(), ANSWERED));
    }

    @Test
    void draftsATagsMove() {
        assertDraft("tag-moved", RefMapper.moved(SCOPE, new TagMove("v1", ANSWERED.minusSeconds(5),
                "11bd71901bbe5b1630ceea73d27597364c9af683", "0e58ed8671d6b60d0890c21b07f8835ace038e67"), ANSWERED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "Revert \"Add login\"|Reverts acme/core#12|[acme/core#12]|reverts:pull_request:acme/api#12",
            "Take it back|This reverts commit 1234567890123456789012345678901234567890.|[1234567890123456789012345678901234567890]|reverts:commit:acme/api@1234567890123456789012345678901234567890",
            "revert the colours|-|[]|-", "Add a revert button|It does not revert #7.|-|-" })
    void recognizesWhatARevertTakesBack(String title, String body, String reverts, String key) {
        PullRequest merged = record("pull-merged-read-alone", PullRequest.class);
        PullRequest pull = new PullRequest(merged.number(), title, body, "closed", false, merged.user(), merged.createdAt(),
                merged.updatedAt(), merged.closedAt(), merged.mergedAt(), merged.mergeCommitSha(), null, merged.head(),
                merged.base(), null, null, null, null, null, null, null, null, null, null);

        EventDraft draft = PullRequestMapper.toDraft(SCOPE, pull,
                new Transition(Kind.merged, null, pull.mergedAt(), "octocat", true), null);

        assertThat(String.valueOf(draft.data().get("reverts"))).isEqualTo(String.valueOf(reverts));
        if (key != null) {
            assertThat(draft.correlationKeys()).contains(key).doesNotContain(key.substring("reverts:".length()));
        }
    }

    @ParameterizedTest
    @CsvSource({ "hotfix/login,Fix login,true", "login,Hotfix: login,true", "login,hot-fix login,true",
            "fix,Fix hotfixture,false" })
    void recognizesAHotfix(String branch, String title, boolean hotfix) {
        PullRequest open = record("pull-open-in-list", PullRequest.class);
        PullRequest pull = new PullRequest(1L, title, null, "open", false, open.user(), open.createdAt(), open.updatedAt(),
                null,
                null, null, null, new PullRequest.Branch(branch, "a".repeat(40)), open.base(), null, null, null, null, null,
                null,
                null, null, null, null);

        assertThat(PullRequestMapper
                .toDraft(SCOPE, pull, Transition.opened(User.loginOf(pull.user()), pull.createdAt(), true), null).data())
                .containsEntry("hotfix", hotfix);
    }

    @ParameterizedTest
    @ValueSource(strings = { "release-with-assets", "release-draft", "release-prerelease", "release-without-name" })
    void draftsARelease(String fixture) {
        assertDraft(fixture, ReleaseMapper.toDraft(SCOPE, record(fixture, Release.class), ANSWERED));
    }

    @Test
    void draftsAnOpenIssue() {
        Issue issue = record("issue-open", Issue.class);

        assertDraft("issue-opened",
                IssueMapper.toDraft(SCOPE, issue, Transition.opened(User.loginOf(issue.user()), issue.createdAt(), true)));
    }

    @Test
    void draftsAClosedIssue() {
        IssueEvent event = record("issue-event-closed", IssueEvent.class);

        assertDraft("issue-closed", IssueMapper.toDraft(SCOPE, event.issue(),
                new Transition(Kind.closed, event.id(), event.createdAt(), event.actor().login(), true)));
    }

    @Test
    void draftsALabelByADeletedUser() {
        assertDraft("issue-labeled", IssueMapper.labeled(SCOPE, record("issue-event-labeled", IssueEvent.class)));
    }

    @Test
    void draftsAPushFromTheActivity() {
        Push push = Push.of(record("activity-push", Activity.class)).orElseThrow().withHead(record("commit", Commit.class));

        assertDraft("push", PushMapper.toDraft(SCOPE, push, record("comparison", Comparison.class), false, ANSWERED));
    }

    @Test
    void tellsARepeatedForcePushByItsMinute() {
        Push push = Push.of(record("activity-force-push", Activity.class)).orElseThrow();

        assertDraft("push-repeated", PushMapper.toDraft(SCOPE, push, null, true, ANSWERED));
    }

    @ParameterizedTest
    @ValueSource(strings = { "feed-push-full", "feed-push-trimmed" })
    void draftsAPushFromTheFeed(String fixture) {
        assertDraft(fixture,
                PushMapper.toDraft(SCOPE, Push.of(record(fixture, FeedEvent.class)).orElseThrow(), null, false, ANSWERED));
    }

    @Test
    void takesABranchsCreationForNoPush() {
        assertThat(Push.of(record("activity-branch-creation", Activity.class))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "success,✓", "failure,✗", "startup_failure,✗", "cancelled,⊗", "skipped,⊘", "timed_out,⏱", "neutral,–",
            "stale,–", "action_required,!" })
    void showsAConclusionAtAGlance(String conclusion, String emoji) {
        WorkflowRun run = record("run-success", WorkflowRun.class);
        WorkflowRun concluded = new WorkflowRun(run.id(), "CI", null, null, 1L, 1, "push", "completed", conclusion, null,
                "abc1234def", null, null, run.createdAt(), run.updatedAt(), null, null, null, null);

        assertThat(WorkflowRunMapper.toDraft(SCOPE, concluded, null).title())
                .isEqualTo("[Workflow] " + emoji + " CI - abc1234");
    }
}
