package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;

/** What users ask the backend for and the connector does. */
@ExtendWith(SharedInstallation.class)
class AskedIT {

    private static final By MIA = By.user("mia");

    private final Installation installation;

    AskedIT(Installation installation) {
        this.installation = installation;
    }

    private Map<String, Object> config(String token, String... repositories) {
        return Map.of("token", token, "apiUrl", installation.github.enterpriseUri().toString(), "repositories",
                List.of(repositories));
    }

    @Test
    void tellsWhetherAConnectionWorksBeforeItIsSaved() {
        installation.github.world().createRepository("acme/asked-test");

        installation.api().body(Map.of("type", "github", "config", config(SimulatorConfig.TOKEN, "acme/asked-test")))
                .post("/api/integrations/test").then().statusCode(200).body("ok", equalTo(true))
                .body("message", equalTo("Connected successfully!")).body("login", equalTo("octo-admin"))
                .body("repositories.name", contains("acme/asked-test"))
                .body("repositories[0].sources.ok", everyItem(equalTo(true)));
        installation.api().body(Map.of("type", "github", "config", config("ghp_wrong_wrong_wrong_wrong", "acme/asked-test")))
                .post("/api/integrations/test").then().statusCode(200).body("ok", equalTo(false))
                .body("message", startsWith("Failed to connect to GitHub: Authentication failed"));
    }

    @Test
    void listsTheRepositoriesToChooseFrom() {
        installation.github.world().createRepository("acme/asked-tracked");
        installation.github.world().createRepository("acme/asked-free");
        var integration = installation.integrate(installation.api(), "Discover", "acme/asked-tracked");

        installation.api().get("/api/integrations/" + integration + "/repositories?q=asked-tr").then().statusCode(200)
                .body("name", contains("acme/asked-tracked")).body("tracked", contains(true));
        installation.api().get("/api/integrations/" + integration + "/repositories?q=asked-fr").then().statusCode(200)
                .body("name", contains("acme/asked-free")).body("tracked", contains(false));
    }

    @Test
    void readsAnIntegrationNow() {
        var repository = installation.github.world().createRepository("acme/asked-sync");
        var integration = installation.integrate(installation.api(), "Sync", "acme/asked-sync");
        repository.pulls().open(new NewPull("Now", "now"), MIA);

        installation.api().post("/api/integrations/" + integration + "/sync").then().statusCode(202);

        await("sync").atMost(Patience.PROCESS).until(() -> installation.api()
                .get("/api/integrations/" + integration + "/sync").jsonPath().getString("state").equals("done"));
        installation.api().get("/api/integrations/" + integration + "/sync").then().body("percent", equalTo(100))
                .body("repositories.name", contains("acme/asked-sync")).body("repositories.state", contains("done"));
        assertThat(installation.timeline().externalIds("project=acme/asked-sync"))
                .containsEntry("pr-acme/asked-sync-1#opened", 1L);
    }

    @Test
    void showsARepositoryByProxy() {
        installation.github.world().createRepository("acme/asked-proxy").pulls().open(new NewPull("Shown", "shown"), MIA);
        installation.integrate(installation.api(), "Proxy", "acme/asked-proxy");

        installation.api().get("/api/v1/github/acme/asked-proxy/info").then().statusCode(200)
                .body("full_name", equalTo("acme/asked-proxy"));
        installation.api().get("/api/v1/github/acme/asked-proxy/pulls").then().statusCode(200).body("title", hasItem("Shown"));
        installation.api().body(Map.of("label_name", "risky", "color", "d73a4a", "description", "Look twice"))
                .post("/api/v1/github/acme/asked-proxy/labels").then().statusCode(201).body("name", equalTo("risky"));
        installation.api().get("/api/v1/github/acme/asked-proxy/labels").then().statusCode(200).body("name", hasItem("risky"));
        installation.api().delete("/api/v1/github/acme/asked-proxy/labels/risky").then().statusCode(204);
        installation.api().body(Map.of("description", "Shown")).patch("/api/v1/github/acme/asked-proxy/settings").then()
                .statusCode(200).body("description", equalTo("Shown"));
        installation.api().body(Map.of("visibility", "public")).patch("/api/v1/github/acme/asked-proxy/settings").then()
                .statusCode(400);
    }

    @Test
    void measuresUnderTheNamesThatDashboardsAndAlertsKnow() {
        installation.github.world().createRepository("acme/asked-metrics");
        installation.integrate(installation.api(), "Metrics", "acme/asked-metrics", "acme/asked-absent");
        for (int i = 0; i < 2; i++) {
            installation.api().get("/api/v1/github/acme/asked-metrics/info").then().statusCode(200);
        }

        var names = installation.scrape().lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0]).distinct().toList();

        assertThat(names).contains("github_api_requests_total", "github_api_request_duration_seconds_count",
                "github_api_request_duration_seconds_sum", "github_api_rate_limit_remaining", "github_api_rate_limit_limit",
                "github_api_errors_total", "cache_hits_total", "cache_misses_total", "repository_sync_total",
                "repository_sync_duration_seconds_count", "repository_sync_duration_seconds_sum");
    }
}
