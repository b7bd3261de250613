package io.painchain.simulator.gitlab.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;

class AdminTest {

    private static final String API = "/projects/acme%2Fapi";

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void scriptsAMergeRequestFromItsOpeningToItsDeployment() {
        post("/projects", "{\"path\":\"acme/api\"}");
        post(API + "/merge_requests", "{\"title\":\"Add a cache\",\"by\":\"carol\",\"labels\":[\"risky\"]}");
        post(API + "/merge_requests/1/approve", "{\"by\":\"bob\"}");
        post(API + "/merge_requests/1/merge", "{\"method\":\"squash\",\"by\":\"bob\",\"at\":\"2026-11-20T11:00:00Z\"}");
        String pipeline = post(API + "/pipelines", "{\"jobs\":[\"build\",\"deploy\"],\"allowedToFail\":[\"lint\"]}").at("/id");
        post(API + "/pipelines/" + pipeline + "/finish", "{\"status\":\"failed\"}");
        post(API + "/pipelines/" + pipeline + "/retry", "{}");
        post(API + "/deployments", "{\"environment\":\"production\",\"status\":\"success\"}");
        post(API + "/releases", "{\"tag\":\"v1\"}");
        post(API + "/feature_flags", "{\"name\":\"cart\",\"active\":false}");

        assertThat(gitLab.get(API + "/merge_requests").at("/0/merged_at")).isEqualTo("2026-11-20T11:00:00.000Z");
        assertThat(gitLab.get(API + "/merge_requests").at("/0/labels/0")).isEqualTo("risky");
        assertThat(gitLab.get(API + "/pipelines").at("/0/status")).isEqualTo("running");
        assertThat(gitLab.get(API + "/deployments").at("/0/status")).isEqualTo("success");
        assertThat(gitLab.get(API + "/releases").at("/0/tag_name")).isEqualTo("v1");
        assertThat(gitLab.get(API + "/feature_flags").at("/0/active")).isEqualTo("false");
    }

    @Test
    void saysWhatIsWrongWithACall() {
        assertThat(post("/projects", "{}").status()).isEqualTo(400);
        assertThat(post("/projects", "{\"path\":\"acme/shop/web\"}").status()).isEqualTo(409);
        assertThat(post("/projects/acme%2Fnone/pushes", "{}").status()).isEqualTo(404);
        assertThat(post("/projects/acme%2Fshop%2Fweb/issues/7/close", "{}").at("/message"))
                .isEqualTo("There is no issue 7");
    }

    @Test
    void changesServerLimitsAndTokens() {
        post("/server", "{\"linkOrigin\":\"https://gitlab.internal\",\"version\":\"15.0.0\",\"enterprise\":false}");
        post("/limits", "{\"like\":\"self-managed\",\"headers\":false}");
        post("/tokens", "{\"token\":\"t\",\"user\":\"carol\",\"scopes\":[\"api\"],\"expiresAt\":\"2026-12-01\"}");

        assertThat(gitLab.as("t", "/user").at("/username")).isEqualTo("carol");
        assertThat(gitLab.get("/user").at("/web_url")).isEqualTo("https://gitlab.internal/admin");
        assertThat(gitLab.get("/metadata").at("/version")).isEqualTo("15.0.0");
        gitLab.script("DELETE", "/tokens/t", "");
        assertThat(gitLab.as("t", "/user").status()).isEqualTo(401);
    }

    @Test
    void turnsFeaturesPlansFaultsAndShowsRequests() {
        post("/projects/acme%2Fshop%2Fweb/settings", "{\"off\":[\"builds\"],\"archived\":true}");
        post("/projects/acme%2Fshop%2Fweb/feed", "{\"hidden\":2}");
        post("/faults", "{\"path\":\"/projects/*/issues\",\"kind\":\"status\",\"status\":502,\"times\":1}");

        assertThat(gitLab.ofProject("/pipelines").status()).isEqualTo(403);
        assertThat(gitLab.ofProject("/issues").status()).isEqualTo(502);
        Reply requests = gitLab.script("GET", "/requests", "");
        assertThat(requests.at("/total")).isEqualTo("2");
        assertThat(requests.at("/limits/requests")).isEqualTo("2");
        assertThat(requests.body()).doesNotContain("glpat");
    }

    private Reply post(String path, String body) {
        return gitLab.script("POST", path, body);
    }
}
