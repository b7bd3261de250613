package io.painchain.backend.coverage;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class CoverageResourceTest {

    private static final String WINDOW = "?from=2026-11-20T08:00:00Z&to=2026-11-20T10:00:00Z";
    private static final String SCHEMA = """
            {"type": "object", "properties": {"repositories": {"type": "array", "x-discover": true}}}""";

    String tenant;
    String integration;

    @BeforeEach
    void anIntegration() {
        tenant = Api.newTenant();
        Api.register("covered", SCHEMA);
        integration = integration(tenant, "[\"acme/api\"]");
    }

    @Test
    void isStoredWithABatch() {
        // When
        batch("""
                {"integrationId": "%s", "events": [], "checkpoints": [{"key": "acme/api", "version": 0, "value": {}}],
                 "coverage": [%s, %s]}
                """.formatted(integration, line("pulls", "06:00", "11:00", ""),
                line("runs", "06:00", "11:00",
                        "{\"from\": \"2026-11-20T08:30:00Z\", \"to\": \"2026-11-20T09:00:00Z\", \"reason\": \"1,000 runs at most\"}")))
                .statusCode(200);

        // Then
        ofIntegration().body("from", equalTo("2026-11-20T08:00:00Z")).body("to", equalTo("2026-11-20T10:00:00Z"))
                .body("verdict", equalTo("gap"))
                .body("sentence",
                        equalTo("gap from 2026-11-20T08:30:00Z to 2026-11-20T09:00:00Z: 1,000 runs at most"))
                .body("repositories.name", contains("acme/api")).body("repositories.integrationId", contains(integration))
                .body("repositories[0].sources.source", contains("pulls", "runs"))
                .body("repositories[0].sources.verdict", contains("complete", "gap"))
                .body("repositories[0].sources[0].verifiedAt", equalTo("2026-11-20T11:00:00Z"))
                .body("repositories[0].sources[1].gaps[0].reason", equalTo("1,000 runs at most"));
    }

    @Test
    void isStoredWithAReportAndReplacesWholeLines() {
        report(line("pulls", "07:00", "09:00",
                "{\"from\": \"2026-11-20T08:30:00Z\", \"to\": \"2026-11-20T09:00:00Z\", \"reason\": \"why\"}"), "10:00:00");
        ofIntegration().body("verdict", equalTo("gap"));

        report(line("pulls", "06:00", "09:56", ""), "10:01:00");

        ofIntegration().body("verdict", equalTo("late")).body("sentence", equalTo("late by 4 min"))
                .body("repositories[0].sources[0].from", equalTo("2026-11-20T06:00:00Z"))
                .body("repositories[0].sources[0].gaps", empty());
    }

    @Test
    void isNeitherProvedNorLackingByWhatWebhooksTold() {
        // Given
        report(line("hook:push", "06:00", "11:00", ""), "10:00:00");
        ofIntegration().body("verdict", equalTo("gap")).body("repositories[0].sources", empty());

        // When
        report(line("pulls", "06:00", "11:00", "") + ", " + line("hook:push", "09:00", "09:10", ""), "10:01:00");

        // Then
        ofIntegration().body("verdict", equalTo("complete")).body("repositories[0].sources.source",
                contains("hook:push", "pulls"));
    }

    @Test
    void letsNoEarlierReadReplaceALater() {
        report(line("pulls", "06:00", "11:00", ""), "10:00:00");

        report(line("pulls", "06:00", "09:00", ""), "10:01:00");

        ofIntegration().body("verdict", equalTo("complete")).body("sentence", equalTo("complete"));
    }

    @Test
    void goesWithTheBatchThatFails() {
        batch("""
                {"integrationId": "%s", "events": [], "coverage": [{"repository": "acme/api", "source": "pulls",
                 "from": "2026-11-20T09:00:00Z", "to": "2026-11-20T08:00:00Z", "verifiedAt": "2026-11-20T09:00:00Z",
                 "gaps": [{"from": "2026-11-20T09:00:00Z", "to": "2026-11-20T08:00:00Z", "reason": "why"}]}]}
                """.formatted(integration)).statusCode(400)
                .body("errors.pointer", contains("/coverage/0/to", "/coverage/0/gaps/0/to"));

        ofIntegration().body("repositories[0].sources", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"source": "pulls", "from": "2026-11-20T09:00:00Z", "to": "2026-11-20T09:00:00Z", "verifiedAt": "2026-11-20T09:00:00Z"}                          | /coverage/0/repository
            {"repository": "a/b", "source": "pulls", "from": "2026-11-20T09:00:00Z", "to": "2026-11-20T09:00:00Z"}                                           | /coverage/0/verifiedAt
            {"repository": "a/b", "source": "pulls", "from": "then", "to": "2026-11-20T09:00:00Z", "verifiedAt": "2026-11-20T09:00:00Z"}                     | /coverage/0/from
            """)
    void refusesWhatIsNoLine(String line, String pointer) {
        batch("{\"integrationId\": \"%s\", \"events\": [], \"coverage\": [%s]}".formatted(integration, line)).statusCode(400)
                .body("errors.pointer", hasItem(pointer));
        asConnector().body("""
                {"startedAt": "2026-11-20T09:00:00Z", "finishedAt": "2026-11-20T09:00:00Z", "status": "ok", "coverage": [%s]}
                """.formatted(line)).put("/api/integrations/" + integration + "/sync").then().statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void callsWhatIsConfiguredAndWasNeverReadAGap() {
        ofIntegration().body("verdict", equalTo("gap")).body("repositories.name", contains("acme/api"))
                .body("sentence",
                        equalTo("gap from 2026-11-20T08:00:00Z to 2026-11-20T10:00:00Z: it was never read"));
    }

    @Test
    void knowsNothingOfWhatAConnectorChoosesUntilItTells() {
        integration = integration(tenant, "[]");
        ofIntegration().body("verdict", equalTo("unknown")).body("repositories", empty());

        asConnector().body("""
                {"startedAt": "2026-11-20T09:00:00Z", "finishedAt": "2026-11-20T09:00:00Z", "status": "ok",
                 "repositories": [{"name": "acme/api", "status": "ok"}]}""")
                .put("/api/integrations/" + integration + "/sync").then().statusCode(204);
        ofIntegration().body("verdict", equalTo("unknown")).body("repositories.verdict", contains("unknown"));
    }

    @Test
    void forgetsRepositoriesThatAreReadNoMore() {
        report(line("pulls", "06:00", "11:00", ""), "10:00:00");
        integration(tenant, "[]");

        asConnector().body("""
                {"startedAt": "2026-11-20T10:05:00Z", "finishedAt": "2026-11-20T10:05:00Z", "status": "ok",
                 "removed": ["acme/api"]}""").put("/api/integrations/" + integration + "/sync").then().statusCode(204);

        ofIntegration().body("repositories[0].sources", empty());
    }

    @Test
    void takesAllEnabledIntegrationsOfATenantTogether() {
        report(line("pulls", "06:00", "11:00", ""), "10:00:00");
        var second = integration(tenant, "[\"acme/web\"]");
        integration(Api.newTenant(), "[\"acme/secret\"]");

        as(tenant).get("/api/coverage" + WINDOW).then().statusCode(200).body("verdict", equalTo("gap"))
                .body("sentence", containsString("never read"))
                .body("repositories.name", contains("acme/api", "acme/web"))
                .body("repositories.verdict", contains("complete", "gap"));

        as(tenant).body("{\"enabled\": false}").patch("/api/integrations/" + second).then().statusCode(200);
        as(tenant).get("/api/v1/coverage" + WINDOW).then().body("verdict", equalTo("complete"));
        as(Api.newTenant()).get("/api/coverage").then().body("verdict", equalTo("unknown"))
                .body("sentence", equalTo("unknown: no integration is enabled"));
    }

    @Test
    void answersOnlyToItsTenant() {
        as(Api.newTenant()).get("/api/integrations/" + integration + "/coverage").then().statusCode(404);
    }

    @Test
    void isTakenOfConnectorsOnly() {
        as(tenant).body("{\"integrationId\": \"%s\", \"events\": [], \"coverage\": [%s]}".formatted(integration,
                line("pulls", "06:00", "11:00", ""))).post("/api/events/batch").then().statusCode(401);
    }

    @Test
    void goesWithItsIntegration() {
        report(line("pulls", "06:00", "11:00", ""), "10:00:00");

        as(tenant).delete("/api/integrations/" + integration).then().statusCode(204);

        as(tenant).get("/api/coverage" + WINDOW).then().body("repositories", empty());
    }

    @ParameterizedTest
    @CsvSource({ "from=x, from", "to=2026, to", "from=2026-11-20T10:00:00Z&to=2026-11-20T10:00:00Z, from" })
    void refusesBadWindows(String query, String pointer) {
        as(tenant).get("/api/coverage?" + query).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    private ValidatableResponse ofIntegration() {
        return as(tenant).get("/api/integrations/" + integration + "/coverage" + WINDOW).then().statusCode(200);
    }

    private static ValidatableResponse batch(String body) {
        return asConnector().body(body).post("/api/events/batch").then();
    }

    private void report(String line, String time) {
        asConnector().body("""
                {"startedAt": "2026-11-20T%sZ", "finishedAt": "2026-11-20T%sZ", "status": "ok", "coverage": [%s]}
                """.formatted(time, time, line)).put("/api/integrations/" + integration + "/sync").then().statusCode(204);
    }

    /** Verified when it was covered to. */
    private static String line(String source, String from, String to, String gaps) {
        return """
                {"repository": "acme/api", "source": "%s", "from": "2026-11-20T%s:00Z", "to": "2026-11-20T%s:00Z",
                 "verifiedAt": "2026-11-20T%s:00Z", "gaps": [%s]}""".formatted(source, from, to, to, gaps);
    }

    private static String integration(String tenant, String repositories) {
        return Api.create(tenant, """
                {"type": "covered", "name": "n", "config": {"repositories": %s}}""".formatted(repositories)).then()
                .statusCode(201).extract().path("id");
    }
}
