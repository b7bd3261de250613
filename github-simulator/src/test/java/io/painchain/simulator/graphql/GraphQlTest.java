package io.painchain.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.rig.Client;
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

class GraphQlTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(
            config -> config.token(TokenGrant.fineGrained("github_pat_code", "bob", Permission.CONTENTS))
                    .token(TokenGrant.classic("ghp_blind", "eve").limitedTo("other/thing")));

    @Test
    void tellsForManyRepositoriesAtOnceWhatMoved() {
        Repository web = simulator.world().createRepository("acme/web");
        simulator.clock().tick(Duration.ofMinutes(5));
        web.pulls().open(new NewPull("A change", "change"), ALICE);
        web.issues().open(new NewIssue("A wish"), ALICE);
        web.releases().create(new NewRelease("v1"), ALICE);
        web.deployments().create(new NewDeployment("main", "production"), ALICE);

        JsonNode data = query("""
                { r0: repository(owner: "acme", name: "api") { ...probe }
                  r1: repository(owner: "Acme", name: "Web") { ...probe } }
                fragment probe on Repository {
                  nameWithOwner databaseId id pushedAt updatedAt isArchived isPrivate
                  defaultBranchRef { name target { oid } }
                  pullRequests(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { nodes { number updatedAt } }
                  issues(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { nodes { number updatedAt } }
                  releases(first: 1, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { tagName createdAt } }
                  deployments(first: 1, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { updatedAt state } }
                }""").get("data");

        assertThat(data.at("/r0/pullRequests/nodes")).isEmpty();
        assertThat(data.at("/r0/pushedAt").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(data.at("/r1/nameWithOwner").asText()).isEqualTo("acme/web");
        assertThat(data.at("/r1/databaseId").asLong()).isEqualTo(web.id());
        assertThat(data.at("/r1/pushedAt").asText()).isEqualTo("2026-11-20T12:05:00Z");
        assertThat(data.at("/r1/defaultBranchRef/target/oid").asText()).isEqualTo(web.git().head("main"));
        assertThat(data.at("/r1/pullRequests/nodes/0/updatedAt").asText()).isEqualTo("2026-11-20T12:05:00Z");
        assertThat(data.at("/r1/issues/nodes/0/number").asInt()).isEqualTo(2);
        assertThat(data.at("/r1/releases/nodes/0/tagName").asText()).isEqualTo("v1");
        assertThat(data.at("/r1/deployments/nodes/0/state").asText()).isEqualTo("PENDING");
    }

    @Test
    void showsAMergedPullRequestWhole() {
        Repository api = simulator.repository();
        PullRequest pull = api.pulls().open(new NewPull("A change", "change").body("Why").labels("risky")
                .commits(new NewCommit("One", List.of(FileChange.modified("a.txt", 2, 1))),
                        new NewCommit("Two", List.of(FileChange.added("b.txt", 5)))),
                ALICE);
        api.pulls().requestReview(1, "dave", ALICE);
        Review review = api.pulls().review(1, Review.APPROVED, "Good", By.user("bob"));
        api.issues().comment(1, "Thanks", ALICE);
        api.pulls().commentOnCode(1, "Why this?", By.user("bob"));
        simulator.clock().tick(Duration.ofMinutes(1));
        api.pulls().merge(1, MergeMethod.SQUASH, By.user("bob"));

        JsonNode shown = query("""
                { repository(owner: "acme", name: "api") { pullRequest(number: 1) {
                  id databaseId fullDatabaseId number title body state isDraft merged mergedAt closedAt createdAt
                  updatedAt mergeable additions deletions changedFiles baseRefName headRefName headRefOid url
                  mergeCommit { oid } author { login __typename } mergedBy { login } reviewDecision
                  labels(first: 10) { nodes { name } } files(first: 20) { nodes { path additions changeType } }
                  reviews(first: 10) { nodes { fullDatabaseId state submittedAt author { login } } }
                  reviewRequests(first: 10) { nodes { requestedReviewer { ... on User { login } } } }
                  comments { totalCount } reviewThreads { totalCount }
                  commits(first: 100) { totalCount nodes { commit { oid authoredDate committedDate message } } }
                } } }""").at("/data/repository/pullRequest");

        assertThat(shown.get("state").asText()).isEqualTo("MERGED");
        assertThat(shown.get("mergedAt").asText()).isEqualTo("2026-11-20T12:01:00Z");
        assertThat(shown.at("/mergeCommit/oid").asText()).isEqualTo(api.pulls().get(1).mergeCommitSha());
        assertThat(shown.at("/author").toString()).isEqualTo("{\"login\":\"alice\",\"__typename\":\"User\"}");
        assertThat(shown.at("/mergedBy/login").asText()).isEqualTo("bob");
        assertThat(shown.get("additions").asInt()).isEqualTo(7);
        assertThat(shown.get("changedFiles").asInt()).isEqualTo(2);
        assertThat(shown.get("mergeable").asText()).isEqualTo("UNKNOWN");
        assertThat(shown.get("reviewDecision").asText()).isEqualTo("APPROVED");
        assertThat(shown.at("/labels/nodes/0/name").asText()).isEqualTo("risky");
        assertThat(shown.at("/files/nodes/1").toString())
                .isEqualTo("{\"path\":\"b.txt\",\"additions\":5,\"changeType\":\"ADDED\"}");
        assertThat(shown.at("/reviews/nodes/0/fullDatabaseId").asText()).isEqualTo(Long.toString(review.id()));
        assertThat(shown.at("/reviewRequests/nodes/0/requestedReviewer/login").asText()).isEqualTo("dave");
        assertThat(shown.at("/comments/totalCount").asInt()).isEqualTo(1);
        assertThat(shown.at("/reviewThreads/totalCount").asInt()).isEqualTo(1);
        assertThat(shown.at("/commits/nodes/1/commit/message").asText()).isEqualTo("Two");
        assertThat(shown.get("databaseId").isNull()).as("ids beyond 32 bits do not fit").isTrue();
        assertThat(shown.get("fullDatabaseId").asText()).isEqualTo(Long.toString(pull.id()));
        assertThat(shown.get("id").asText())
                .isEqualTo(simulator.get("/repos/acme/api/pulls/1").json().get("node_id").asText());
    }

    @Test
    void goesOnAtACursorThoughItemsMoved() {
        Repository api = simulator.repository();
        for (int i = 1; i <= 5; i++) {
            simulator.clock().tick(Duration.ofMinutes(1));
            api.pulls().open(new NewPull("Change " + i, "change-" + i), ALICE);
        }
        String list = """
                query($after: String) { repository(owner: "acme", name: "api") { pullRequests(first: 2, after: $after,
                orderBy: {field: UPDATED_AT, direction: DESC}) { totalCount nodes { number } edges { cursor }
                pageInfo { hasNextPage endCursor } } } }""";

        JsonNode first = query(list).at("/data/repository/pullRequests");
        simulator.clock().tick(Duration.ofMinutes(1));
        api.issues().comment(1, "Moves to the front", ALICE);
        JsonNode second = query(list, Map.of("after", first.at("/pageInfo/endCursor").asText()))
                .at("/data/repository/pullRequests");

        assertThat(first.findValuesAsText("number")).containsExactly("5", "4");
        assertThat(first.at("/edges/1/cursor")).isEqualTo(first.at("/pageInfo/endCursor"));
        assertThat(second.findValuesAsText("number")).containsExactly("3", "2");
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(second.get("totalCount").asInt()).isEqualTo(5);
    }

    @Test
    void findsThingsByTheirNodeIds() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        String repository = simulator.get("/repos/acme/api").json().get("node_id").asText();
        String pull = simulator.get("/repos/acme/api/pulls/1").json().get("node_id").asText();

        JsonNode answer = query("""
                query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Repository { nameWithOwner }
                ... on PullRequest { title } } }""", Map.of("ids", List.of(repository, pull, "R_kgDOAAAAAQ")));

        assertThat(answer.at("/data/nodes/0/nameWithOwner").asText()).isEqualTo("acme/api");
        assertThat(answer.at("/data/nodes/1/title").asText()).isEqualTo("A change");
        assertThat(answer.at("/data/nodes/2").isNull()).isTrue();
        assertThat(answer.at("/errors/0/type").asText()).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"nodes\",2]");
    }

    @Test
    void answersTheRestWhereARepositoryIsNotToBeSeen() {
        String both = """
                { r0: repository(owner: "acme", name: "gone") { name } r1: repository(owner: "acme", name: "api") { name } }""";

        JsonNode answer = query(both);
        JsonNode blind = JSON.valueToTree(post(both, Map.of(), "ghp_blind").json());

        assertThat(answer.at("/data/r0").isNull()).isTrue();
        assertThat(answer.at("/data/r1/name").asText()).isEqualTo("api");
        JsonNode error = answer.at("/errors/0");
        assertThat(error.get("type").asText()).isEqualTo("NOT_FOUND");
        assertThat(error.get("path").toString()).isEqualTo("[\"r0\"]");
        assertThat(error.at("/locations/0/line").asInt()).isEqualTo(1);
        assertThat(error.at("/locations/0/column").asInt()).isEqualTo(3);
        assertThat(error.get("message").asText()).isEqualTo("Could not resolve to a Repository with the name 'acme/gone'.");
        assertThat(blind.at("/data/r1").isNull()).isTrue();
        assertThat(blind.get("errors")).hasSize(2);
    }

    @Test
    void countsAndHidesWhatThePermissionsDoNotCover() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);

        JsonNode answer = post("""
                { repository(owner: "acme", name: "api") { pullRequests(first: 5) { totalCount nodes { title } }
                pullRequest(number: 1) { title } refs(refPrefix: "refs/heads/", first: 5) { nodes { name } } } }""",
                Map.of(), "github_pat_code").json();

        assertThat(answer.at("/data/repository/pullRequests").toString())
                .isEqualTo("{\"totalCount\":1,\"nodes\":[null]}");
        assertThat(answer.at("/data/repository/refs/nodes")).hasSize(2);
        assertThat(answer.at("/errors").findValuesAsText("type")).containsExactlyInAnyOrder("FORBIDDEN", "FORBIDDEN");
        assertThat(answer.at("/errors").findValuesAsText("message"))
                .containsOnly("Resource not accessible by personal access token");
    }

    @Test
    void readsTheHistoryOfABranch() {
        Repository api = simulator.repository();
        api.git().createBranch("release/1", "main", List.of(new NewCommit("On the branch")), ALICE);
        api.git().createTag("v1", "release/1", ALICE);

        JsonNode repository = query("""
                { repository(owner: "acme", name: "api") {
                  ref(qualifiedName: "refs/heads/release/1") { target { ... on Commit { history(first: 10) {
                    totalCount nodes { messageHeadline author { user { login } } parents(first: 1) { nodes { oid } } } } } } }
                  refs(refPrefix: "refs/tags/", first: 10) { nodes { name target { oid } } }
                  object(expression: "main") { oid } } }""").at("/data/repository");

        assertThat(repository.at("/ref/target/history/nodes/0/messageHeadline").asText()).isEqualTo("On the branch");
        assertThat(repository.at("/ref/target/history/nodes/0/parents/nodes/0/oid"))
                .isEqualTo(repository.at("/object/oid"));
        assertThat(repository.at("/refs/nodes/0/target/oid").asText()).isEqualTo(api.git().head("release/1"));
    }

    @Test
    void answersBesideTheRestApiOfAnEnterpriseServer() {
        String viewer = "{\"query\":\"{ viewer { login } }\"}";
        Client client = simulator.client();

        assertThat(client.post("/api/graphql", viewer).json().at("/data/viewer/login").asText()).isEqualTo("octo-admin");
        assertThat(client.post("/api/v3/graphql", viewer).status()).isEqualTo(404);
        assertThat(client.get("/graphql").status()).isEqualTo(404);
        assertThat(new Client(simulator.simulator().uri(), null).post("/graphql", viewer).status()).isEqualTo(401);
    }

    @Test
    void followsRenamesAsAsked() {
        simulator.world().move(simulator.repository(), "acme/api-server");

        assertThat(query("{ repository(owner: \"acme\", name: \"api\") { nameWithOwner } }")
                .at("/data/repository/nameWithOwner").asText()).isEqualTo("acme/api-server");
        assertThat(query("{ repository(owner: \"acme\", name: \"api\", followRenames: false) { nameWithOwner } }")
                .at("/data/repository").isNull()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAQuery() {
        assertThat(query("{ repository(owner: \"acme\") { nom } }").get("errors")).isNotEmpty();
        assertThat(query("{ broken").at("/errors/0/message").asText()).contains("Invalid syntax");
        assertThat(simulator.client().post("/graphql", "{").status()).isEqualTo(400);
        assertThat(simulator.client().post("/graphql", "{}").status()).isEqualTo(400);
    }

    private JsonNode query(String text) {
        return query(text, Map.of());
    }

    private JsonNode query(String text, Map<String, ?> variables) {
        Reply reply = post(text, variables, SimulatorConfig.TOKEN);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private Reply post(String text, Map<String, ?> variables, String token) {
        String body = JSON.valueToTree(Map.of("query", text, "variables", variables)).toString();
        return Client.of(simulator.simulator(), token).post("/graphql", body);
    }
}
