package io.painchain.github.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.github.api.GitHubJson;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.api.record.Issue;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Release;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.github.api.record.run.Job;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.RunDetails.Failure;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.model.event.EventDraft;

/** Every record of a large collection of recordings becomes drafts that the contract takes; skipped where it is not there. */
class CorpusTest {

    private static final Path CORPUS = Path.of("../../shared/corpus");
    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator();

    private static void assertTaken(EventDraft draft) {
        assertThat(VALIDATOR.validate(draft)).as(draft.externalId()).isEmpty();
    }

    /** @return how many records there were */
    private static int eachIn(String folder, String mark, Consumer<JsonNode> check) throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no collection of recordings at " + CORPUS.toAbsolutePath());
        List<JsonNode> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CORPUS.resolve(folder))) {
            files.filter(file -> file.toString().endsWith(".json") && !file.endsWith("_manifest.json"))
                    .forEach(file -> collect(tree(file), mark, records));
        }
        records.forEach(check);
        return records.size();
    }

    private static JsonNode tree(Path file) {
        try {
            return GitHubJson.tree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static void collect(JsonNode node, String mark, List<JsonNode> found) {
        if (node.isObject() && node.has(mark)) {
            found.add(node);
        } else if (node.isContainerNode()) {
            node.forEach(child -> collect(child, mark, found));
        }
    }

    private static <T> T read(JsonNode node, Class<T> type) {
        try {
            return GitHubJson.read(node, type);
        } catch (IOException e) {
            throw new UncheckedIOException(node.toString(), e);
        }
    }

    @Test
    void draftsEveryPullRequest() throws IOException {
        assertThat(eachIn("pulls", "merge_commit_sha", node -> {
            PullRequest pull = read(node, PullRequest.class);
            assertTaken(PullRequestMapper.toDraft(Fixtures.SCOPE, pull,
                    Transition.opened(User.loginOf(pull.user()), pull.createdAt(), true), null));
            if (pull.merged()) {
                assertTaken(PullRequestMapper.toDraft(Fixtures.SCOPE, pull,
                        new Transition(Kind.merged, null, pull.mergedAt(), null, true), null));
            }
        })).isGreaterThan(50);
    }

    @Test
    void draftsEveryRun() throws IOException {
        assertThat(eachIn("actions-runs", "run_number",
                node -> assertTaken(WorkflowRunMapper.toDraft(Fixtures.SCOPE, read(node, WorkflowRun.class), null))))
                .isGreaterThan(100);
    }

    @Test
    void draftsEveryCommit() throws IOException {
        assertThat(eachIn("commits", "commit", node -> {
            // What stands below "commit" and below a tag has no such record.
            if (node.has("sha") && node.path("commit").has("message")) {
                assertTaken(CommitMapper.toDraft(Fixtures.SCOPE, "main", read(node, Commit.class), Fixtures.ANSWERED));
            }
        })).isGreaterThan(50);
    }

    @Test
    void draftsEveryComparisonAsAPush() throws IOException {
        assertThat(eachIn("commits", "merge_base_commit", node -> {
            Comparison comparison = read(node, Comparison.class);
            Push push = new Push("main", "a".repeat(40), "b".repeat(40), Fixtures.ANSWERED, "octocat", "push", null, null);
            assertTaken(PushMapper.toDraft(Fixtures.SCOPE, push, comparison, false, Fixtures.ANSWERED));
        })).isPositive();
    }

    @Test
    void draftsTheFailedJobsOfEveryKind() throws IOException {
        WorkflowRun run = read(
                GitHubJson.tree(CorpusTest.class.getResourceAsStream("/github/run-startup-failure.json").readAllBytes()),
                WorkflowRun.class);
        assertThat(eachIn("actions-jobs", "steps", node -> {
            Job job = read(node, Job.class);
            assertTaken(WorkflowRunMapper.toDraft(Fixtures.SCOPE, run, new RunDetails(List.of(new Failure(job, null)))));
        })).isGreaterThan(5);
    }

    @Test
    void draftsEveryRelease() throws IOException {
        assertThat(eachIn("releases", "tag_name",
                node -> assertTaken(ReleaseMapper.toDraft(Fixtures.SCOPE, read(node, Release.class), Fixtures.ANSWERED))))
                .isGreaterThan(40);
    }

    @Test
    void draftsEveryIssue() throws IOException {
        assertThat(eachIn("webhooks/issues", "issue", node -> {
            Issue issue = read(node.path("issue"), Issue.class);
            assertTaken(IssueMapper.toDraft(Fixtures.SCOPE, issue,
                    Transition.opened(User.loginOf(issue.user()), issue.createdAt(), true)));
        })).isPositive();
    }

    @Test
    void draftsEveryReview() throws IOException {
        JsonNode pull = GitHubJson.tree(CorpusTest.class.getResourceAsStream("/github/pull-open-in-list.json").readAllBytes());
        assertThat(eachIn("reviews", "pull_request_url", node -> {
            // Some recordings had part of a date replaced when they were scrubbed.
            if (node.toString().contains("<GITHUB_TEST_INTEGRATION>")) {
                return;
            }
            Review review = read(node, Review.class);
            if (review.submitted()) {
                assertTaken(
                        ReviewMapper.toDraft(Fixtures.SCOPE, read(pull, PullRequest.class), review));
            }
        })).isGreaterThan(10);
    }

    @Test
    void readsEveryFeedEntryOfEveryShape() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no collection of recordings at " + CORPUS.toAbsolutePath());
        int pushes = 0;
        try (Stream<Path> files = Files.list(CORPUS.resolve("events-api"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".jsonl")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    FeedEvent event = read(GitHubJson.tree(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            FeedEvent.class);
                    var push = Push.of(event);
                    push.ifPresent(
                            moved -> assertTaken(PushMapper.toDraft(Fixtures.SCOPE, moved, null, false, Fixtures.ANSWERED)));
                    pushes += push.isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(pushes).isGreaterThan(50);
    }
}
