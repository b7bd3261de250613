package io.painchain.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;

class AdminTest {

    private static final String SIM = "/_sim/repos/acme/api";
    private static final String API = "/repos/acme/api";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void createsRenamesTransfersAndDeletesRepositories() {
        assertThat(post("/_sim/repos", "{\"name\":\"acme/web\",\"description\":\"Front end\",\"private\":false}")
                .get("fullName").asText()).isEqualTo("acme/web");
        assertThat(post("/_sim/repos/acme/web/rename", "{\"name\":\"shop\"}").get("fullName").asText())
                .isEqualTo("acme/shop");
        assertThat(post("/_sim/repos/acme/shop/transfer", "{\"owner\":\"globex\"}").get("fullName").asText())
                .isEqualTo("globex/shop");
        assertThat(simulator.get("/repos/acme/web").status()).isEqualTo(301);
        assertThat(simulator.get("/repos/globex/shop").json().get("description").asText()).isEqualTo("Front end");

        simulator.client().method("DELETE", "/_sim/repos/globex/shop", "");

        assertThat(simulator.get("/repos/globex/shop").status()).isEqualTo(404);
        assertThat(simulator.get("/repos/acme/web").status()).isEqualTo(404);
        assertThat(simulator.get("/_sim/repos").json().get("repositories")).hasSize(1);
    }

    @Test
    void leadsAPullRequestThroughItsLife() {
        JsonNode opened = post(SIM + "/pulls", """
                {"title": "Add a cache", "body": "Why not", "by": "carol", "at": "2026-11-01T10:00:00Z",
                 "labels": ["performance"],
                 "commits": [{"message": "Add it", "files": [{"filename": "Cache.java", "status": "added",
                   "additions": 40}]}, {"message": "Test it"}]}
                """);
        post(SIM + "/issues/1/labels", "{\"name\":\"risky\"}");
        post(SIM + "/issues/1/comments", "{\"body\":\"Hm\"}");
        post(SIM + "/pulls/1/reviewers", "{\"login\":\"bob\"}");
        post(SIM + "/pulls/1/reviews", "{\"state\":\"approved\",\"by\":\"bob\"}");
        JsonNode merged = post(SIM + "/pulls/1/merge",
                "{\"method\":\"merge\",\"by\":\"bob\",\"at\":\"2026-11-02T10:00:00Z\",\"deleteBranch\":true}");

        JsonNode pull = simulator.get(API + "/pulls/1").json();
        assertThat(opened.get("number").asInt()).isEqualTo(1);
        assertThat(pull.at("/user/login").asText()).isEqualTo("carol");
        assertThat(pull.get("created_at").asText()).isEqualTo("2026-11-01T10:00:00Z");
        assertThat(pull.get("merged_at").asText()).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(pull.get("merge_commit_sha").asText()).isEqualTo(merged.get("mergeCommitSha").asText());
        assertThat(pull.get("commits").asInt()).isEqualTo(2);
        assertThat(pull.get("additions").asInt()).isEqualTo(48);
        assertThat(pull.get("labels")).hasSize(2);
        assertThat(pull.get("comments").asInt()).isEqualTo(1);
        assertThat(simulator.get(API + "/branches").each("name")).containsExactly("main");
        assertThat(simulator.get(API + "/issues/1/events").each("event")).contains("merged", "head_ref_deleted");
    }

    @Test
    void leadsAnIssueThroughItsLife() {
        post(SIM + "/issues", "{\"title\":\"Broken\",\"labels\":[\"bug\"]}");
        post(SIM + "/issues/1/assignees", "{\"login\":\"bob\"}");
        post(SIM + "/issues/1/close", "{\"reason\":\"not_planned\"}");
        post(SIM + "/issues/1/reopen", "{}");
        simulator.client().method("PATCH", SIM + "/issues/1", "{\"title\":\"Really broken\"}");
        simulator.client().method("DELETE", SIM + "/issues/1/labels/bug", "");
        post(SIM + "/issues/1/close", "{}");

        JsonNode issue = simulator.get(API + "/issues/1").json();
        assertThat(issue.get("title").asText()).isEqualTo("Really broken");
        assertThat(issue.get("state_reason").asText()).isEqualTo("completed");
        assertThat(issue.get("labels")).isEmpty();
        assertThat(issue.at("/assignee/login").asText()).isEqualTo("bob");
        assertThat(simulator.get(API + "/issues/1/events").each("event")).containsExactly("labeled", "assigned",
                "closed", "reopened", "renamed", "unlabeled", "closed");
    }

    @Test
    void pushesBranchesAndTags() {
        post(SIM + "/pushes", "{\"message\":\"One\"}");
        JsonNode forced = post(SIM + "/pushes", "{\"force\":true,\"commits\":[{\"message\":\"Other\"}]}");
        post(SIM + "/branches", "{\"name\":\"release/1.x\"}");
        post(SIM + "/tags", "{\"name\":\"v1\",\"ref\":\"release/1.x\"}");
        simulator.client().method("DELETE", SIM + "/branches/release%2F1.x", "");

        assertThat(forced.get("type").asText()).isEqualTo("force_push");
        assertThat(simulator.get(API + "/activity").each("activity_type")).containsExactly("branch_deletion",
                "branch_creation", "force_push", "push");
        assertThat(simulator.get(API + "/tags").each("commit/sha")).containsExactly(forced.get("after").asText());
        simulator.client().method("DELETE", SIM + "/tags/v1", "");
        assertThat(simulator.get(API + "/tags").json()).isEmpty();
    }

    @Test
    void leadsARunThroughItsLife() {
        long id = post(SIM + "/runs", "{\"workflow\":\"Nightly\",\"status\":\"queued\",\"jobs\":[\"a\",\"b\"]}").get("id")
                .asLong();
        post(SIM + "/runs/" + id + "/progress", "{}");
        post(SIM + "/runs/" + id + "/cancel", "{}");
        post(SIM + "/runs/" + id + "/rerun", "{\"by\":\"bob\"}");
        JsonNode shown = post(SIM + "/runs/" + id + "/complete", "{\"conclusion\":\"timed_out\"}");

        assertThat(shown.get("attempt").asInt()).isEqualTo(2);
        assertThat(simulator.get(API + "/actions/runs/" + id).json().get("conclusion").asText()).isEqualTo("timed_out");
        assertThat(simulator.get(API + "/actions/runs/" + id + "/attempts/1").json().get("conclusion").asText())
                .isEqualTo("cancelled");
    }

    @Test
    void releasesAndDeploys() {
        long draft = post(SIM + "/releases", "{\"tag\":\"v2\",\"draft\":true}").get("id").asLong();
        assertThat(simulator.get(API + "/releases/" + draft).json().get("published_at").isNull()).isTrue();
        post(SIM + "/releases/" + draft + "/publish", "{\"at\":\"2026-11-20T13:00:00Z\"}");
        simulator.client().method("PATCH", SIM + "/releases/" + draft, "{\"name\":\"Two\"}");
        long deployment = post(SIM + "/deployments", "{\"ref\":\"v2\",\"environment\":\"staging\"}").get("id").asLong();
        post(SIM + "/deployments/" + deployment + "/statuses", "{\"state\":\"in_progress\"}");
        post(SIM + "/deployments/" + deployment + "/statuses", "{\"state\":\"failure\"}");

        JsonNode release = simulator.get(API + "/releases/latest").json();
        assertThat(release.get("name").asText()).isEqualTo("Two");
        assertThat(release.get("published_at").asText()).isEqualTo("2026-11-20T13:00:00Z");
        assertThat(release.get("created_at").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(simulator.get(API + "/releases/tags/v2").json().get("id").asLong()).isEqualTo(draft);
        assertThat(simulator.get(API + "/deployments?environment=staging").json()).hasSize(1);
        assertThat(simulator.get(API + "/deployments/" + deployment + "/statuses").each("state"))
                .containsExactly("failure", "in_progress");
        simulator.client().method("DELETE", SIM + "/releases/" + draft, "");
        assertThat(simulator.get(API + "/releases").json()).isEmpty();
    }

    @Test
    void populates() {
        post(SIM + "/populate", "{\"pulls\":200,\"issues\":100,\"runs\":300,\"releases\":10,\"pushes\":50,\"seed\":7}");

        assertThat(simulator.get(API + "/pulls?state=all&per_page=100&page=2").json()).hasSize(100);
        assertThat(simulator.get(API + "/actions/runs").json().get("total_count").asInt()).isEqualTo(300);
        assertThat(simulator.get(API + "/issues?state=all&per_page=100&page=3").json()).hasSize(100);
        assertThat(simulator.get(API + "/releases").json()).hasSize(10);
        assertThat(simulator.get(API + "/pulls?state=closed&per_page=100").each("merged_at")).contains("null")
                .anyMatch(time -> time.startsWith("2026-11"));
    }

    @Test
    void playsAndClearsFaults() {
        long id = post("/_sim/faults", """
                {"path": "/repos/acme/api/pulls", "kind": "status", "status": 429, "times": 2,
                 "headers": {"Retry-After": "3"}}
                """).get("id").asLong();
        post("/_sim/faults", "{\"path\":\"/repos/acme/api/issues\",\"kind\":\"html\"}");

        assertThat(simulator.get("/_sim/faults").json().get("faults")).hasSize(2);
        assertThat(simulator.get(API + "/pulls").header("Retry-After")).isEqualTo("3");
        simulator.client().method("DELETE", "/_sim/faults/" + id, "");
        assertThat(simulator.get(API + "/pulls").status()).isEqualTo(200);
        assertThat(simulator.get(API + "/issues").header("Content-Type")).startsWith("text/html");
        simulator.client().method("DELETE", "/_sim/faults", "");
        assertThat(simulator.get(API + "/issues").header("Content-Type")).startsWith("application/json");
    }

    @Test
    void addsAndRevokesTokens() {
        post("/_sim/tokens", """
                {"token": "github_pat_x", "login": "dave", "permissions": ["contents"], "repositories": ["acme/api"],
                 "expiresAt": "2026-11-30T00:00:00Z"}
                """);
        Client dave = Client.of(simulator.simulator(), "github_pat_x");

        assertThat(dave.get("/user").json().get("login").asText()).isEqualTo("dave");
        assertThat(dave.get(API + "/issues").status()).isEqualTo(403);
        assertThat(dave.get(API + "/commits").status()).isEqualTo(200);
        simulator.client().method("DELETE", "/_sim/tokens/github_pat_x", "");
        assertThat(dave.get("/user").status()).isEqualTo(401);
    }

    @Test
    void changesFeedLimitsAndActivity() {
        post("/_sim/feed", "{\"delaySeconds\":60,\"pollInterval\":90,\"dropTypes\":[\"PushEvent\"]}");
        post("/_sim/limits", "{\"pointsPerMinute\":1,\"enforced\":false}");
        post(SIM + "/activity", "{\"available\":false}");

        assertThat(simulator.get(API + "/events").header("X-Poll-Interval")).isEqualTo("90");
        assertThat(simulator.get(API + "/activity").status()).isEqualTo(404);
        assertThat(simulator.get("/_sim/requests").json().at("/limits/secondaryViolations").asInt()).isEqualTo(1);
    }

    @Test
    void showsAndForgetsWhatWasAsked() {
        simulator.get(API + "/pulls?state=all", "X-Test", "yes");
        simulator.get(API + "/pulls/99");
        simulator.get("/nowhere");

        JsonNode asked = simulator.get("/_sim/requests").json();
        assertThat(asked.get("total").asInt()).isEqualTo(3);
        assertThat(asked.get("routes").toString()).isEqualTo("""
                [{"route":"(none)","status":404,"count":1},\
                {"route":"/repos/{owner}/{repo}/pulls","status":200,"count":1},\
                {"route":"/repos/{owner}/{repo}/pulls/{number}","status":404,"count":1}]""");
        assertThat(asked.at("/recent/0/query").asText()).isEqualTo("state=all");
        assertThat(asked.at("/recent/0/headers/X-Test").asText()).isEqualTo("yes");
        assertThat(asked.at("/recent/0/tokenHash").asText()).hasSize(12);
        assertThat(asked.toString()).doesNotContain(SimulatorConfig.TOKEN);

        simulator.client().method("DELETE", "/_sim/requests", "");
        assertThat(simulator.get("/_sim/requests").json().get("total").asInt()).isZero();
    }

    @Test
    void deletesUsers() {
        post(SIM + "/issues", "{\"title\":\"Broken\",\"by\":\"mallory\"}");

        simulator.client().method("DELETE", "/_sim/users/mallory", "");

        assertThat(simulator.get(API + "/issues/1").json().get("user").isNull()).isTrue();
        assertThat(simulator.client().method("DELETE", "/_sim/users/mallory", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "/_sim/repos | {} | 400 | The field name is missing",
            "/_sim/repos | {\"name\":\"acme/api\"} | 409 | acme/api exists already",
            "/_sim/repos | {\"name\":\"no slash\"} | 409 | Not a repository name: no slash",
            "/_sim/repos | [1] | 400 | The body must be a JSON object",
            "/_sim/repos/acme/none/pulls | {\"title\":\"x\"} | 404 | There is no repository acme/none",
            "/_sim/repos/acme/api/pulls/7/merge | {} | 404 | There is no pull request acme/api#7",
            "/_sim/repos/acme/api/pulls | {\"title\":\"x\",\"at\":\"noon\"} | 400 | The field at is not a time such as 2026-01-31T12:00:00Z",
            "/_sim/faults | {\"path\":\"/x\",\"kind\":\"flood\"} | 400 | The field kind is none of",
            "/_sim/tokens | {\"token\":\"t\",\"permissions\":[\"magic\"]} | 400 | There is no permission magic",
            "/_sim/nonsense | {} | 404 | There is no route POST /_sim/nonsense" })
    void saysWhatIsWrong(String path, String body, int status, String message) {
        Reply reply = simulator.client().post(path, body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().get("message").asText()).startsWith(message);
    }

    private JsonNode post(String path, String json) {
        Reply reply = simulator.client().post(path, json);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }
}
