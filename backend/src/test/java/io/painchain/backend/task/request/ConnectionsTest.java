package io.painchain.backend.task.request;

import static io.painchain.backend.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.task.PlayedConnector;
import io.painchain.backend.task.StoredTaskRepository;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ConnectionsTest {

    private static final String WORKS = """
            {"ok": true, "output": {"ok": true, "message": "Connected successfully!", "login": "octocat",
             "scopes": ["repo"], "permissions": null, "expiresAt": "2027-01-01T00:00:00Z",
             "rateLimit": {"core": {"limit": 5000, "remaining": 4999, "used": 1, "resetAt": "2026-11-21T11:00:00Z"}},
             "repositories": [{"name": "acme/api", "sources": [
               {"source": "runs", "ok": false, "missing": "actions=read", "detail": "Workflow runs cannot be read"}]}]}}
            """;

    @Inject
    StoredTaskRepository stored;

    PlayedConnector connector;
    String tenant;

    @BeforeEach
    void aConnector() {
        connector = PlayedConnector.start();
        tenant = Api.newTenant();
    }

    @Test
    void triesAConfigurationBeforeItIsSaved() {
        // When
        var exchange = connector.answers(() -> as(tenant).body("""
                {"type": "%s", "config": {"token": "%s", "repositories": "acme/api"}}
                """.formatted(connector.type, PlayedConnector.TOKEN)).post("/api/integrations/test"), WORKS);

        // Then
        var task = exchange.task();
        assertThat(task).containsEntry("kind", "test").containsEntry("tenantId", tenant)
                .doesNotContainKeys("integrationId", "integration");
        assertThat(task.get("input")).isEqualTo(
                Map.of("config", Map.of("token", PlayedConnector.TOKEN, "repositories", "acme/api")));
        exchange.response().statusCode(200).body("ok", equalTo(true)).body("message", equalTo("Connected successfully!"))
                .body("login", equalTo("octocat")).body("scopes", contains("repo")).body("permissions", nullValue())
                .body("expiresAt", equalTo("2027-01-01T00:00:00Z")).body("rateLimit.core.remaining", equalTo(4999))
                .body("repositories[0].sources[0].missing", equalTo("actions=read"));
        assertThat(stored.row((String) task.get("id"))).doesNotContain(PlayedConnector.TOKEN, "octocat");
    }

    @Test
    void triesAnIntegrationAsItIsStored() {
        var id = connector.integration(tenant);

        var exchange = connector.answers(() -> as(tenant).post("/api/integrations/" + id + "/test"), WORKS);

        assertThat(exchange.task()).containsEntry("integrationId", id);
        assertThat(exchange.task().get("input")).isEqualTo(Map.of());
        assertThat(exchange.task().get("integration").toString()).contains(PlayedConnector.TOKEN);
        exchange.response().statusCode(200).body("ok", equalTo(true));
    }

    @Test
    void triesChangesThatAreNotSavedWithTheStoredSecret() {
        var id = connector.integration(tenant);
        var mask = as(tenant).get("/api/integrations/" + id).path("config.token");

        var exchange = connector.answers(() -> as(tenant).body("""
                {"config": {"token": "%s", "repositories": ["acme/web"]}}""".formatted(mask))
                .post("/api/integrations/" + id + "/test"), WORKS);

        assertThat(exchange.task().get("input")).isEqualTo(Map.of("config",
                Map.of("token", PlayedConnector.TOKEN, "repositories", List.of("acme/web"))));
        as(tenant).get("/api/integrations/" + id).then().body("config.repositories", contains("acme/api"))
                .body("version", equalTo(1));
    }

    @Test
    void sendsNoStoredSecretElsewhere() {
        var id = connector.integration(tenant);

        as(tenant).body("{\"config\": {\"apiUrl\": \"https://evil.example\"}}").post("/api/integrations/" + id + "/test")
                .then().statusCode(400).body("errors.pointer", hasItem("/config/token"));

        assertThat(connector.lease().getList("")).isEmpty();
    }

    @Test
    void saysInWordsWhatFails() {
        var exchange = connector.answers(() -> as(tenant).body("""
                {"type": "%s", "config": {"token": "%s"}}""".formatted(connector.type, PlayedConnector.TOKEN))
                .post("/api/integrations/test"),
                "{\"ok\": false, \"error\": \"Failed to connect to GitHub: the token has expired\", \"status\": 401}");

        exchange.response().statusCode(200).body("ok", equalTo(false))
                .body("message", equalTo("Failed to connect to GitHub: the token has expired"));
    }

    @Test
    void saysThatNoConnectorIsConnected() {
        as(tenant).body("""
                {"type": "%s", "config": {"token": "%s"}}""".formatted(connector.type, PlayedConnector.TOKEN))
                .post("/api/integrations/test").then().statusCode(504).contentType("application/problem+json")
                .body("type", equalTo("/problems/no-connector"))
                .body("detail", equalTo("no %s connector is connected".formatted(connector.type)));

        assertThat(connector.lease().getList("")).as("what nobody waits for any more").isEmpty();
        as(tenant).get("/api/tasks").then().body("[0].state", equalTo("dead"));
    }

    @Test
    void refusesWhatIsNoConfiguration() {
        as(tenant).body("{\"type\": \"%s\", \"config\": {\"pollInterval\": 7}}".formatted(connector.type))
                .post("/api/integrations/test").then().statusCode(400)
                .body("errors.pointer", hasItem("/config/pollInterval"));
        as(tenant).body("{\"type\": \"nobody\", \"config\": {}}").post("/api/integrations/test").then().statusCode(400)
                .body("type", equalTo("/problems/unknown-connector-type"));
        as(tenant).body("{}").post("/api/integrations/test").then().statusCode(400)
                .body("errors.pointer", contains("/config", "/type"));
        as(tenant).body("{").post("/api/integrations/" + connector.integration(tenant) + "/test").then().statusCode(400)
                .body("type", equalTo("/problems/malformed-json"));
    }

    @Test
    void findsWhatTheCredentialsCanSee() {
        var id = connector.integration(tenant);

        var exchange = connector.answers(
                () -> as(tenant).get("/api/integrations/" + id + "/repositories?q=a&page=2&perPage=2"),
                """
                        {"ok": true, "output": {"nextPage": 3, "warnings": ["Some are left out", "Others – too"], "repositories": [
                          {"name": "Acme/API", "description": null, "private": true, "archived": false,
                           "pushedAt": "2026-11-20T10:00:00Z", "defaultBranch": "main"},
                          {"name": "acme/web", "private": false, "archived": true}]}}
                        """);

        assertThat(exchange.task().get("input")).isEqualTo(Map.of("q", "a", "page", 2, "perPage", 2));
        exchange.response().statusCode(200).body("name", contains("Acme/API", "acme/web"))
                .body("tracked", contains(true, false)).body("private", contains(true, false))
                .body("archived", contains(false, true)).body("pushedAt", contains("2026-11-20T10:00:00Z", null))
                .header("Link", containsString("page=3"));
        assertThat(exchange.response().extract().headers().getValues("X-PainChain-Warning"))
                .containsExactly("Some are left out", "Others ? too");
    }

    @Test
    void findsRepositoriesBeforeAnythingIsSaved() {
        var exchange = connector.answers(() -> as(tenant).body("""
                {"type": "%s", "config": {"token": "%s"}, "q": "api"}""".formatted(connector.type, PlayedConnector.TOKEN))
                .post("/api/integrations/repositories"), "{\"ok\": true, \"output\": {\"repositories\": []}}");

        assertThat(exchange.task().get("input"))
                .isEqualTo(Map.of("config", Map.of("token", PlayedConnector.TOKEN), "q", "api", "page", 1, "perPage", 30));
        exchange.response().statusCode(200).header("Link", nullValue()).header("X-PainChain-Warning", nullValue());
    }

    @Test
    void passesOnWhatTheConnectorRefuses() {
        var id = connector.integration(tenant);

        connector.answers(() -> as(tenant).get("/api/integrations/" + id + "/repositories"),
                "{\"ok\": false, \"error\": \"The token may not list repositories\", \"status\": 403}").response()
                .statusCode(403).body("detail", equalTo("The token may not list repositories"));
        connector.answers(() -> as(tenant).get("/api/integrations/" + id + "/repositories"),
                "{\"ok\": false, \"error\": \"GitHub is down\"}").response()
                .statusCode(502).body("detail", equalTo("GitHub is down"));
        connector.answers(() -> as(tenant).get("/api/integrations/" + id + "/repositories"),
                "{\"ok\": true, \"output\": {\"repositories\": 7}}").response().statusCode(502);
    }

    @Test
    void asksForRepositoriesOfOneKindOnly() {
        var id = connector.integration(tenant);

        var exchange = connector.answers(() -> as(tenant).get("/api/integrations/" + id
                + "/repositories?q=web&activeSince=2026-11-01T00:00:00Z&archived=false&fork=true"), """
                        {"ok": true, "output": {"repositories": [
                          {"name": "acme/api", "private": true, "archived": false, "tracked": false, "fork": true,
                           "externalId": "4711"}]}}""");

        assertThat(exchange.task().get("input")).isEqualTo(Map.of("q", "web", "page", 1, "perPage", 30, "filter",
                Map.of("activeSince", "2026-11-01T00:00:00Z", "archived", false, "fork", true)));
        exchange.response().statusCode(200).body("tracked", contains(true)).body("fork", contains(true))
                .body("externalId", contains("4711"));
        as(tenant).get("/api/integrations/" + id + "/repositories?activeSince=soon&archived=no").then().statusCode(400)
                .body("errors.pointer", contains("activeSince", "archived"));
    }
}
