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

import io.painchain.github.github.Activity;
import io.painchain.github.github.Commit;
import io.painchain.github.github.FeedEvent;
import io.painchain.github.github.Issue;
import io.painchain.github.github.IssueEvent;
import io.painchain.github.github.PullRequest;
import io.painchain.github.github.Release;
import io.painchain.github.github.Review;
import io.painchain.github.github.WorkflowRun;
import io.painchain.github.mapping.Transition.Kind;
import io.painchain.model.EventDraft;

/** Each recorded record becomes the draft that the contract's sample of the same name shows. */
class MapperTest {

    private static EventDraft pull(String fixture, Transition transition, ReviewSummary reviews) {
        return PullRequestMapper.toDraft(SCOPE, record(fixture, PullRequest.class), transition, reviews);
    }

    private static Transition opened(String fixture, boolean newest) {
        PullRequest pull = record(fixture, PullRequest.class);
        return Transition.opened(pull.user(), pull.createdAt(), newest);
    }

    @Test
    void draftsAnOpenPullRequest() {
        assertDraft("pull-opened", pull("pull-open-in-list", opened("pull-open-in-list", true), ReviewSummary.of(List.of())));
    }

    @Test
    void draftsAMergedPullRequestWithItsFacts() {
        PullRequest pull = record("pull-merged-read-alone", PullRequest.class);
        Transition merged = new Transition(Kind.merged, null, pull.mergedAt(), pull.mergedBy().login(), true);
        ReviewSummary reviews = ReviewSummary
                .of(List.of(record("review-by-a-deleted-user", Review.class), record("review-dismissed", Review.class)));

        assertDraft("pull-merged", PullRequestMapper.toDraft(SCOPE, pull, merged, reviews));
    }

    @Test
    void namesWhatAListDoesNotTellOfAMerge() {
        Instant at = record("pull-merged-in-list", PullRequest.class).mergedAt();

        assertDraft("pull-merged-in-list",
                pull("pull-merged-in-list", new Transition(Kind.merged, null, at, null, true), null));
    }

    @Test
    void leavesTheFactsToTheNewestStep() {
        assertDraft("pull-opened-then-merged", pull("pull-merged-in-list", opened("pull-merged-in-list", false), null));
    }

    @Test
    void draftsAClosingUnderItsNumber() {
        Instant at = record("pull-closed-in-list", PullRequest.class).closedAt();

        assertDraft("pull-closed",
                pull("pull-closed-in-list", new Transition(Kind.closed, 2342342342L, at, "octocat", true), null));
    }

    @Test
    void draftsAClosingUnderItsTimeWhereItHasNoNumber() {
        Instant at = record("pull-closed-in-list", PullRequest.class).closedAt();

        assertDraft("pull-closed-without-number",
                pull("pull-closed-in-list", new Transition(Kind.closed, null, at, null, true), null));
    }

    @Test
    void draftsAPullRequestOfADeletedFork() {
        assertDraft("pull-of-a-deleted-fork",
                pull("pull-of-a-deleted-fork", opened("pull-of-a-deleted-fork", false), null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "review-by-a-deleted-user", "review-dismissed" })
    void draftsAReview(String fixture) {
        assertDraft(fixture, ReviewMapper.toDraft(SCOPE, record("pull-open-in-list", PullRequest.class),
                record(fixture, Review.class), ANSWERED));
    }

    @ParameterizedTest
    @ValueSource(strings = { "run-success", "run-startup-failure", "run-in-progress", "run-queued", "run-action-required",
            "run-second-attempt", "run-cancelled", "run-without-attempt", "run-of-a-pull-request" })
    void draftsARun(String fixture) {
        assertDraft(fixture, WorkflowRunMapper.toDraft(SCOPE, record(fixture, WorkflowRun.class)));
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
                IssueMapper.toDraft(SCOPE, issue, Transition.opened(issue.user(), issue.createdAt(), true)));
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

        assertDraft("push", PushMapper.toDraft(SCOPE, push, false, ANSWERED));
    }

    @Test
    void tellsARepeatedForcePushByItsMinute() {
        Push push = Push.of(record("activity-force-push", Activity.class)).orElseThrow();

        assertDraft("push-repeated", PushMapper.toDraft(SCOPE, push, true, ANSWERED));
    }

    @ParameterizedTest
    @ValueSource(strings = { "feed-push-full", "feed-push-trimmed" })
    void draftsAPushFromTheFeed(String fixture) {
        assertDraft(fixture,
                PushMapper.toDraft(SCOPE, Push.of(record(fixture, FeedEvent.class)).orElseThrow(), false, ANSWERED));
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

        assertThat(WorkflowRunMapper.toDraft(SCOPE, concluded).title()).isEqualTo("[Workflow] " + emoji + " CI - abc1234");
    }
}
