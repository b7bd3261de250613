package io.painchain.simulator.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.rig.CorpusShapes;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;

/** Holds answers against recordings of the real API, where the sibling folder with recordings is there. */
class CorpusShapeTest {

    private static final Path CORPUS = Path.of("..", "..", "shared", "corpus").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    private PullRequest pull;
    private WorkflowRun run;

    @BeforeEach
    void fillTheWorld() {
        assumeTrue(Files.isDirectory(CORPUS),
                "SKIPPED: no recordings in " + CORPUS + ", so the shape of the answers is not checked");
        Repository repository = simulator.repository();
        pull = repository.pulls().open(new NewPull("A change", "change").body("Why").labels("bug")
                .commits(new NewCommit("A change", List.of(FileChange.modified("a.txt", 2, 1)))), ALICE);
        repository.pulls().requestReview(pull.number(), "bob", ALICE);
        repository.pulls().review(pull.number(), Review.APPROVED, "Good", By.user("carol"));
        repository.issues().assign(pull.number(), "bob", ALICE);
        repository.issues().open(new NewIssue("An issue", "Why", List.of("bug")), ALICE);
        run = repository.runs().start(new NewRun("CI", "main").jobs("build", "test"), ALICE);
        repository.runs().complete(run.id(), "failure", ALICE);
        repository.releases().create(new NewRelease("v1.0.0").assets("app.jar"), ALICE);
    }

    @Test
    void rendersPullRequestsLikeRecordings() {
        CorpusShapes single = recorded("pulls", file -> file.startsWith("github-api"), item -> item.has("merged"));
        CorpusShapes listed = recorded("pulls", file -> file.startsWith("github-api"), item -> !item.has("merged"));

        assertThat(single.differences(answer("/pulls/1"))).isEmpty();
        assertThat(listed.differences(answer("/pulls").get(0))).isEmpty();
    }

    @Test
    void rendersWorkflowRunsLikeRecordings() {
        CorpusShapes runs = recorded("actions-runs", file -> file.startsWith("github-api"),
                item -> item.has("head_sha"));

        assertThat(runs.differences(answer("/actions/runs").at("/workflow_runs/0"))).isEmpty();
        assertThat(runs.differences(answer("/actions/runs/" + run.id()))).isEmpty();
        assertThat(runs.differences(answer("/actions/runs/" + run.id() + "/attempts/1"))).isEmpty();
    }

    @Test
    void rendersJobsLikeRecordings() {
        CorpusShapes jobs = recorded("actions-jobs", file -> !file.contains("devlake"), item -> true);

        assertThat(jobs.differences(answer("/actions/runs/" + run.id() + "/jobs").at("/jobs/0"))).isEmpty();
    }

    @Test
    void rendersReviewsLikeRecordings() {
        CorpusShapes reviews = recorded("reviews", file -> true, item -> true);

        assertThat(reviews.differences(answer("/pulls/1/reviews").get(0))).isEmpty();
    }

    @Test
    void rendersReleasesLikeRecordings() {
        CorpusShapes releases = recorded("releases", file -> file.startsWith("github-api"), item -> true);

        assertThat(releases.differences(answer("/releases").get(0))).isEmpty();
    }

    @Test
    void rendersCommitsLikeRecordings() {
        CorpusShapes single = recorded("commits", file -> file.startsWith("github-api"), item -> item.has("files"));
        CorpusShapes listed = recorded("commits", file -> file.startsWith("github-api"),
                item -> item.has("commit") && !item.has("files"));
        CorpusShapes comparisons = recorded("commits", file -> file.contains("compare"),
                item -> item.has("merge_base_commit"));

        assertThat(single.differences(answer("/commits/change"))).isEmpty();
        assertThat(listed.differences(answer("/commits").get(0))).isEmpty();
        assertThat(listed.differences(answer("/pulls/1/commits").get(0))).isEmpty();
        assertThat(comparisons.differences(answer("/compare/main...change"))).isEmpty();
    }

    @Test
    void rendersFilesLikeRecordings() {
        CorpusShapes files = recorded("pull-files", file -> true, item -> true);

        assertThat(files.differences(answer("/pulls/1/files").get(0))).isEmpty();
    }

    @Test
    void rendersTrimmedEventsLikeRecordings() {
        simulator.repository().pulls().merge(pull.number(), MergeMethod.SQUASH, ALICE);
        simulator.repository().git().deleteBranch("change", ALICE);

        List<String> types = assertFeedLike("TRIMMED", "PushEvent", "PullRequestEvent", "CreateEvent", "DeleteEvent",
                "PullRequestReviewEvent");

        assertThat(types).contains("PushEvent", "PullRequestEvent", "CreateEvent", "DeleteEvent",
                "PullRequestReviewEvent");
    }

    @Test
    void rendersFullEventsLikeRecordings() {
        simulator.world().feedPolicy().fullPayloads(true);
        simulator.repository().pulls().merge(pull.number(), MergeMethod.SQUASH, ALICE);

        List<String> types = assertFeedLike("2023", "PushEvent", "PullRequestEvent", "CreateEvent", "IssuesEvent",
                "PullRequestReviewEvent");

        assertThat(types).contains("PushEvent", "PullRequestEvent", "IssuesEvent", "PullRequestReviewEvent");
    }

    @Test
    void rendersWhatOnlyWebhooksRecordedLikeThose() {
        simulator.repository().deployments().create(new NewDeployment("main", "production"), ALICE);
        simulator.client().post("/_sim/repos/acme/api/deployments", "{\"state\":\"success\"}");
        long deployment = answer("/deployments").get(0).get("id").asLong();

        assertThat(webhook("deployment").differences(answer("/deployments").get(0))).isEmpty();
        assertThat(webhook("deployment_status").differences(answer("/deployments/" + deployment + "/statuses").get(0)))
                .isEmpty();
        assertThat(webhook("issues", "issue").differences(answer("/issues?state=all").get(0))).isEmpty();
        simulator.repository().issues().comment(pull.number(), "Thanks", ALICE);
        simulator.repository().pulls().commentOnCode(pull.number(), "Why?", ALICE);
        assertThat(webhook("issue_comment", "comment").differences(answer("/issues/1/comments").get(0))).isEmpty();
        assertThat(webhook("pull_request_review_comment", "comment").differences(answer("/pulls/1/comments").get(0)))
                .isEmpty();
        assertThat(webhook("label").differences(answer("/labels").get(0))).isEmpty();
    }

    private List<String> assertFeedLike(String file, String... types) {
        List<String> seen = new ArrayList<>();
        for (JsonNode event : answer("/events")) {
            String type = event.get("type").asText();
            if (List.of(types).contains(type)) {
                seen.add(type);
                CorpusShapes recordings = new CorpusShapes(file.equals("TRIMMED"));
                lines(file).filter(line -> line.get("type").asText().equals(type))
                        .forEach(line -> recordings.add(line.get("payload")));
                assertThat(recordings.differences(event.get("payload"))).as(type).isEmpty();
            }
        }
        return seen;
    }

    private JsonNode answer(String path) {
        Reply reply = simulator.get("/repos/acme/api" + path);
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private static CorpusShapes recorded(String folder, Predicate<String> file, Predicate<JsonNode> item) {
        CorpusShapes shapes = new CorpusShapes(false);
        files(folder).filter(path -> file.test(path.getFileName().toString())).map(CorpusShapeTest::read)
                .flatMap(CorpusShapeTest::items).filter(item).forEach(shapes::add);
        assertThat(shapes.isEmpty()).as("no recordings chosen in " + folder).isFalse();
        return shapes;
    }

    private static CorpusShapes webhook(String event) {
        return webhook(event, event);
    }

    private static CorpusShapes webhook(String event, String key) {
        CorpusShapes shapes = new CorpusShapes(false);
        files("webhooks/" + event).map(CorpusShapeTest::read).map(body -> body.get(key)).forEach(shapes::add);
        assertThat(shapes.isEmpty()).as("no recordings of " + event).isFalse();
        return shapes;
    }

    private static Stream<JsonNode> items(JsonNode body) {
        JsonNode list = body.has("workflow_runs") ? body.get("workflow_runs")
                : body.has("jobs") ? body.get("jobs") : body;
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        } else {
            items.add(list);
        }
        return items.stream();
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> all = Files.list(CORPUS.resolve(folder))) {
            return all.filter(path -> path.toString().endsWith(".json") && !path.endsWith("_manifest.json")).toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> lines(String name) {
        try (Stream<Path> all = Files.list(CORPUS.resolve("events-api"))) {
            List<JsonNode> lines = new ArrayList<>();
            for (Path path : all.filter(path -> path.toString().endsWith(".jsonl") && path.toString().contains(name))
                    .toList()) {
                for (String line : Files.readAllLines(path)) {
                    lines.add(JSON.readTree(line));
                }
            }
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path path) {
        try {
            return JSON.readTree(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
