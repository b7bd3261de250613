package io.painchain.simulator.api.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;

class RestDetailTest {

    private static final String API = "/repos/acme/api";
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(config -> config
            .token(TokenGrant.fineGrained("github_pat_1", "bob", Permission.ACTIONS).expiresAt(SimulatorExtension.NOW
                    .plus(Duration.ofDays(10)))));

    @Test
    void leadsToALogThatWaitsElsewhereForAMinute() {
        long job = failedRun().latest().jobs().get(1).id();

        Reply redirect = simulator.get(API + "/actions/jobs/" + job + "/logs");
        String address = redirect.header("Location");
        Client stranger = new Client(simulator.simulator().uri(), null);

        assertThat(redirect.status()).isEqualTo(302);
        assertThat(address).startsWith("http://localhost:");
        assertThat(stranger.get(address).body()).contains("##[error]Process completed with exit code 1.");
        assertThat(simulator.get(address).status()).as("with the token").isEqualTo(401);
        assertThat(stranger.get(address.replace("&sig=", "&sig=0")).status()).isEqualTo(403);
        simulator.clock().tick(Duration.ofSeconds(61));
        assertThat(stranger.get(address).status()).as("a minute later").isEqualTo(403);
    }

    @Test
    void hasNoLogBeforeTheJobEnds() {
        WorkflowRun run = simulator.repository().runs().start(new NewRun("CI", "main"), ALICE);

        assertThat(simulator.get(API + "/actions/jobs/" + run.latest().jobs().get(0).id() + "/logs").status())
                .isEqualTo(404);
    }

    @Test
    void annotatesWhatFailed() {
        WorkflowRun run = failedRun();
        String checks = API + "/check-runs/";

        Reply failed = simulator.get(checks + run.latest().jobs().get(1).id() + "/annotations");
        Reply passed = simulator.get(checks + run.latest().jobs().get(0).id() + "/annotations?per_page=5");
        Reply refused = Client.of(simulator.simulator(), "github_pat_1")
                .get(checks + run.latest().jobs().get(1).id() + "/annotations");

        assertThat(failed.each("message")).containsExactly("expected: <200> but was: <500>",
                "Process completed with exit code 1.");
        assertThat(failed.each("annotation_level")).containsOnly("failure");
        assertThat(passed.json()).isEmpty();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("X-Accepted-GitHub-Permissions")).isEqualTo("checks=read");
    }

    @Test
    void listsWorkflows() {
        failedRun();

        JsonNode workflows = simulator.get(API + "/actions/workflows").json();
        String id = workflows.at("/workflows/0/id").asText();

        assertThat(workflows.get("total_count").asInt()).isEqualTo(1);
        assertThat(workflows.at("/workflows/0/path").asText()).isEqualTo(".github/workflows/ci.yml");
        assertThat(simulator.get(API + "/actions/workflows/" + id).json().get("name").asText()).isEqualTo("CI");
        assertThat(simulator.get(API + "/actions/workflows/ci.yml").status()).isEqualTo(200);
        assertThat(simulator.get(API + "/actions/workflows/1").status()).isEqualTo(404);
    }

    @Test
    void listsCommentsWhereTheyBelong() {
        Repository api = simulator.repository();
        api.pulls().open(new NewPull("A change", "change"), ALICE);
        api.issues().comment(1, "Looks odd", By.user("bob"));
        api.pulls().commentOnCode(1, "This line", By.user("bob"));

        JsonNode pull = simulator.get(API + "/pulls/1").json();

        assertThat(simulator.get(API + "/issues/1/comments").each("body")).containsExactly("Looks odd");
        assertThat(simulator.get(API + "/pulls/1/comments").each("body")).containsExactly("This line");
        assertThat(pull.get("comments").asInt()).isEqualTo(1);
        assertThat(pull.get("review_comments").asInt()).isEqualTo(1);
    }

    @Test
    void countsAFileOnceHoweverManyCommitsChangeIt() {
        simulator.repository().pulls().open(new NewPull("A change", "change").commits(
                new NewCommit("One", List.of(FileChange.added("a.txt", 4))),
                new NewCommit("Two", List.of(FileChange.modified("a.txt", 2, 1)))), ALICE);

        JsonNode files = simulator.get(API + "/pulls/1/files").json();

        assertThat(files).hasSize(1);
        assertThat(files.at("/0/status").asText()).isEqualTo("added");
        assertThat(files.at("/0/additions").asInt()).isEqualTo(6);
        assertThat(simulator.get(API + "/pulls/1").json().get("changed_files").asInt()).isEqualTo(1);
        assertThat(simulator.get(API + "/compare/main...change").json().get("files")).hasSize(1);
    }

    @Test
    void listsTheCommitsOfABranchSinceTheyWereCommitted() {
        Repository api = simulator.repository();
        Instant since = simulator.clock().instant().plusSeconds(60);
        simulator.clock().tick(Duration.ofSeconds(60));
        api.git().createBranch("release/1 & 2", "main", List.of(new NewCommit("One"), new NewCommit("Two"),
                new NewCommit("Three")), ALICE);
        api.git().push("main", List.of(new NewCommit("Elsewhere")), ALICE);
        String list = API + "/commits?per_page=2&sha=release%2F1+%26+2&since=" + since;

        Reply first = simulator.get(list);

        assertThat(first.each("/commit/message")).containsExactly("Three", "Two");
        assertThat(first.header("Link")).contains("sha=release%2F1", "page=2>; rel=\"next\"");
        assertThat(simulator.get(list + "&page=2").each("/commit/message")).containsExactly("One");
        assertThat(simulator.get(list, "If-None-Match", first.header("ETag")).status()).isEqualTo(304);
        api.git().push("release/1 & 2", List.of(new NewCommit("Four")), ALICE);
        assertThat(simulator.get(list, "If-None-Match", first.header("ETag")).each("/commit/message"))
                .containsExactly("Four", "Three");
        assertThat(simulator.get(API + "/commits?sha=gone").status()).isEqualTo(404);
    }

    @Test
    void givesAllReferencesInOneAnswerAndLeadsToTheObjectOfAnAnnotatedTag() {
        Repository api = simulator.repository();
        for (int i = 100; i < 250; i++) {
            api.git().createTag("v" + i, "main", ALICE);
        }
        api.git().createAnnotatedTag("v9/rc", "main", ALICE);
        String commit = api.git().head("main");

        Reply all = simulator.get(API + "/git/matching-refs/tags?per_page=10");

        assertThat(all.each("ref")).hasSize(151);
        assertThat(all.header("Link")).isNull();
        assertThat(all.each("/object/type")).endsWith("commit", "tag");
        assertThat(all.each("/object/sha")).contains(commit, api.git().annotation("v9/rc"));
        assertThat(simulator.get(API + "/commits/tags/v9/rc").json().get("sha").asText()).isEqualTo(commit);
        assertThat(simulator.get(API + "/tags").each("/commit/sha")).contains(commit);
        assertThat(simulator.get(API + "/git/matching-refs/tags", "If-None-Match",
                simulator.get(API + "/git/matching-refs/tags").header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void comparesNoFurtherThanTheNewest250UnlessAskedForPages() {
        Repository api = simulator.repository();
        String base = api.git().head("main");
        api.git().push("main", IntStream.range(0, 260).mapToObj(i -> new NewCommit("Step " + i)).toList(), ALICE);

        JsonNode comparison = simulator.get(API + "/compare/" + base + "...main").json();

        assertThat(comparison.get("total_commits").asInt()).isEqualTo(260);
        assertThat(comparison.get("commits")).hasSize(250);
        assertThat(comparison.at("/commits/249/commit/message").asText()).isEqualTo("Step 259");
        assertThat(simulator.get(API + "/compare/" + base + "...main?per_page=100&page=3").json().get("commits")).hasSize(60);
    }

    @Test
    void findsReferences() {
        Repository api = simulator.repository();
        api.git().createBranch("release/1", "main", List.of(new NewCommit("More")), ALICE);
        api.git().createTag("v1.0", "main", ALICE);
        api.git().createTag("v1.1", "release/1", ALICE);

        assertThat(simulator.get(API + "/git/matching-refs/tags/v1").each("ref")).containsExactly("refs/tags/v1.0",
                "refs/tags/v1.1");
        assertThat(simulator.get(API + "/git/matching-refs/heads/release").each("/object/sha"))
                .containsExactly(api.git().head("release/1"));
        assertThat(simulator.get(API + "/git/matching-refs/heads/none").json()).isEmpty();
        assertThat(simulator.get(API + "/git/ref/tags/v1.0").json().at("/object/sha").asText())
                .isEqualTo(api.git().head("main"));
        assertThat(simulator.get(API + "/branches/release/1").json().at("/commit/commit/message").asText())
                .isEqualTo("More");
        assertThat(simulator.get(API + "/branches/none").status()).isEqualTo(404);
    }

    @Test
    void searchesRepositoriesOnAQuotaOfItsOwn() {
        simulator.world().createRepository("acme/web");
        simulator.world().createRepository("other/web");

        Reply found = simulator.get("/search/repositories?q=web+org:acme");

        assertThat(found.json().at("/items/0/full_name").asText()).isEqualTo("acme/web");
        assertThat(found.json().get("total_count").asInt()).isEqualTo(1);
        assertThat(found.header("X-RateLimit-Resource")).isEqualTo("search");
        assertThat(found.number("X-RateLimit-Limit")).isEqualTo(30);
        assertThat(simulator.get("/search/repositories").status()).isEqualTo(422);
    }

    @Test
    void showsTheFilesOfARelease() {
        simulator.repository().releases().create(new NewRelease("v1").assets("app.jar", "app.sbom"), ALICE);

        Reply releases = simulator.get(API + "/releases");

        assertThat(releases.json().at("/0/assets/1/name").asText()).isEqualTo("app.sbom");
        assertThat(releases.json().at("/0/assets/0/browser_download_url").asText())
                .endsWith("/acme/api/releases/download/v1/app.jar");
    }

    @Test
    void saysWhenATokenExpires() {
        Reply reply = Client.of(simulator.simulator(), "github_pat_1").get(API);

        assertThat(reply.header("GitHub-Authentication-Token-Expiration")).isEqualTo("2026-11-30 12:00:00 UTC");
        assertThat(reply.header("X-OAuth-Scopes")).isNull();
        assertThat(simulator.get(API).header("X-OAuth-Scopes")).isEqualTo("repo, workflow");
        assertThat(simulator.get(API).header("GitHub-Authentication-Token-Expiration")).isNull();
    }

    /** Two jobs, of which the second failed. */
    private WorkflowRun failedRun() {
        WorkflowRun run = simulator.repository().runs().start(new NewRun("CI", "main").jobs("build", "test"), ALICE);
        simulator.repository().runs().complete(run.id(), "failure", ALICE);
        return run;
    }
}
