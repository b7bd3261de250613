package io.painchain.github.mapping;

import static io.painchain.github.mapping.Fixtures.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.github.api.GitHubJson;
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
import io.painchain.model.validation.Limits;

/** Every recorded record with what becomes of it, for tests that change the record first. */
final class Recorded {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final RepositoryScope SCOPE = Fixtures.SCOPE.answeredAt(NOW);

    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator();

    /** From a record as it came to what is told of it. */
    interface Mapping {

        /** @throws IOException where the record is set aside raw, as the connector does */
        List<EventDraft> drafts(JsonNode json) throws IOException;
    }

    private Recorded() {
    }

    /** By the fixture's name. */
    static Map<String, Mapping> all() {
        Map<String, Mapping> all = new TreeMap<>();
        Stream.of("pull-open-in-list", "pull-merged-in-list", "pull-merged-read-alone", "pull-closed-in-list",
                "pull-of-a-deleted-fork").forEach(name -> all.put(name, json -> pull(read(json, PullRequest.class))));
        Stream.of("run-success", "run-startup-failure", "run-in-progress", "run-queued", "run-action-required",
                "run-second-attempt", "run-cancelled", "run-without-attempt", "run-of-a-pull-request")
                .forEach(name -> all.put(name, json -> List.of(WorkflowRunMapper.toDraft(SCOPE, read(json, WorkflowRun.class),
                        RunDetails.UNREAD))));
        Stream.of("release-with-assets", "release-draft", "release-prerelease", "release-without-name").forEach(name -> all
                .put(name, json -> List.of(ReleaseMapper.toDraft(SCOPE, read(json, Release.class), NOW))));
        Stream.of("commit", "commit-alone").forEach(name -> all.put(name, json -> commit(read(json, Commit.class))));
        Stream.of("activity-push", "activity-force-push", "activity-branch-creation")
                .forEach(name -> all.put(name, json -> activity(read(json, Activity.class))));
        Stream.of("feed-push-full", "feed-push-trimmed", "feed-tag-deleted")
                .forEach(name -> all.put(name, json -> feed(read(json, FeedEvent.class))));
        Stream.of("review-by-a-deleted-user", "review-dismissed")
                .forEach(name -> all.put(name, json -> review(read(json, Review.class))));
        all.put("comparison", json -> List.of(PushMapper.toDraft(SCOPE, push(), read(json, Comparison.class), false, NOW)));
        all.put("deployment", json -> List.of(DeploymentMapper.toDraft(SCOPE, read(json, Deployment.class))));
        all.put("deployment-status", json -> List.of(DeploymentMapper.toDraft(SCOPE,
                Fixtures.record("deployment", Deployment.class), read(json, DeploymentStatus.class))));
        all.put("issue-open", json -> issue(read(json, Issue.class)));
        Stream.of("issue-event-closed", "issue-event-labeled")
                .forEach(name -> all.put(name, json -> issueEvent(read(json, IssueEvent.class))));
        all.put("job-failed", json -> run(new Failure(read(json, Job.class), List.of())));
        all.put("annotations", json -> run(new Failure(Fixtures.record("job-failed", Job.class),
                Stream.of(read(json, Annotation[].class)).filter(Objects::nonNull).toList())));
        return all;
    }

    static JsonNode json(String name) {
        try (InputStream json = Recorded.class.getResourceAsStream("/github/" + name + ".json")) {
            return GitHubJson.tree(json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** What the backend takes, dates included. */
    static void assertTaken(EventDraft draft) {
        assertThat(VALIDATOR.validate(draft)).isEmpty();
        assertThat(draft.externalId()).isNotBlank();
        assertThat(draft.timestamp()).isBetween(Instant.EPOCH, NOW.plus(Duration.ofDays(1)));
        assertThat(draft.asOf()).isBetween(Instant.EPOCH, NOW.plus(Duration.ofDays(1)));
        assertThat(draft.endTimestamp() == null || !draft.endTimestamp().isBefore(draft.timestamp())).isTrue();
        assertThat(ContractJson.bytes(draft.data()).length).isLessThanOrEqualTo(Limits.DATA_BYTES);
    }

    private static <T> T read(JsonNode json, Class<T> type) throws IOException {
        return GitHubJson.read(json, type);
    }

    private static List<EventDraft> pull(PullRequest pull) {
        Transition opened = Transition.opened(User.loginOf(pull.user()), pull.createdAt(), true);
        Transition merged = new Transition(Kind.merged, null, pull.mergedAt() == null ? pull.updatedAt() : pull.mergedAt(),
                null, true);
        PullRequestDetails details = new PullRequestDetails(pull, List.of(Fixtures.record("review-dismissed", Review.class)),
                Fixtures.record("comparison", Comparison.class).files(),
                List.of(Fixtures.record("commit-alone", Commit.class)));
        return List.of(PullRequestMapper.toDraft(SCOPE, pull, opened, null),
                PullRequestMapper.toDraft(SCOPE, pull, merged, details),
                ReviewMapper.toDraft(SCOPE, pull, Fixtures.record("review-dismissed", Review.class)));
    }

    private static List<EventDraft> commit(Commit commit) {
        PullRequest pull = Fixtures.record("pull-merged-read-alone", PullRequest.class);
        List<EventDraft> drafts = new ArrayList<>();
        drafts.add(PullRequestMapper.toDraft(SCOPE, pull, new Transition(Kind.merged, null, pull.mergedAt(), null, true),
                new PullRequestDetails(pull, List.of(), commit.files(), List.of(commit))));
        drafts.add(PushMapper.toDraft(SCOPE, push().withHead(commit),
                new Comparison(null, null, 1, List.of(commit), commit.files()), false, NOW));
        if (commit.sha() != null) {
            drafts.add(CommitMapper.toDraft(SCOPE, "main", commit, NOW));
        }
        return drafts;
    }

    private static List<EventDraft> activity(Activity activity) {
        List<EventDraft> drafts = new ArrayList<>();
        Push.of(activity).ifPresent(push -> drafts.add(PushMapper.toDraft(SCOPE, push, null, true, NOW)));
        RefChange.of(activity).ifPresent(change -> drafts.add(RefMapper.toDraft(SCOPE, change, NOW)));
        return drafts;
    }

    private static List<EventDraft> feed(FeedEvent event) {
        List<EventDraft> drafts = new ArrayList<>();
        Push.of(event).ifPresent(push -> drafts.add(PushMapper.toDraft(SCOPE, push, null, false, NOW)));
        RefChange.of(event).ifPresent(change -> drafts.add(RefMapper.toDraft(SCOPE, change, NOW)));
        return drafts;
    }

    private static List<EventDraft> review(Review review) {
        PullRequest pull = Fixtures.record("pull-open-in-list", PullRequest.class);
        List<EventDraft> drafts = new ArrayList<>();
        drafts.add(PullRequestMapper.toDraft(SCOPE, pull, Transition.opened(User.loginOf(pull.user()), pull.createdAt(), true),
                new PullRequestDetails(pull, List.of(review), null, null)));
        if (review.submitted()) {
            drafts.add(ReviewMapper.toDraft(SCOPE, pull, review));
        }
        return drafts;
    }

    private static List<EventDraft> issue(Issue issue) {
        return List.of(
                IssueMapper.toDraft(SCOPE, issue, Transition.opened(User.loginOf(issue.user()), issue.createdAt(), true)),
                IssueMapper.toDraft(SCOPE, issue, new Transition(Kind.closed, 7L, issue.updatedAt(), null, false)));
    }

    private static List<EventDraft> issueEvent(IssueEvent event) {
        return event.issue() == null ? List.of() : List.of(IssueMapper.labeled(SCOPE, event));
    }

    private static List<EventDraft> run(Failure failure) {
        return List.of(WorkflowRunMapper.toDraft(SCOPE, Fixtures.record("run-startup-failure", WorkflowRun.class),
                new RunDetails(List.of(failure))));
    }

    private static Push push() {
        return new Push("main", "a".repeat(40), "b".repeat(40), ANSWERED, "octocat", "push", null, null);
    }
}
