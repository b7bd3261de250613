package io.painchain.backend.sync;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.painchain.backend.Api.create;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.painchain.backend.checkpoint.CheckpointRepository;
import io.painchain.backend.integration.IntegrationReferenceRepository;
import io.painchain.backend.integration.IntegrationResourceTest;
import io.painchain.model.event.Checkpoint;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SyncResourceTest {

    @Inject
    CheckpointRepository checkpoints;
    @Inject
    IntegrationReferenceRepository integrations;

    String tenant;
    String id;

    @BeforeEach
    void anIntegration() {
        tenant = Api.newTenant();
        Api.register("git", IntegrationResourceTest.SCHEMA);
        id = create(tenant, IntegrationResourceTest.BODY).then().statusCode(201).extract().path("id");
    }

    @Test
    void showsWhatAConnectorReported() {
        report("""
                {"startedAt": "2026-11-20T10:00:00Z", "finishedAt": "2026-11-20T10:00:05Z", "status": "degraded",
                 "error": "1 of 2 repositories cannot be read",
                 "repositories": [{"name": "acme/api", "status": "ok"},
                                  {"name": "acme/gone", "status": "error", "error": "Repository not found: acme/gone"}],
                 "rateLimit": {"core": {"limit": 5000, "remaining": 4990, "used": 10, "resetAt": "2026-11-20T11:00:00Z"}}}
                """).statusCode(204);

        shown().body("status", equalTo("degraded")).body("stale", equalTo(false)).body("syncing", equalTo(false))
                .body("lastSync", equalTo("2026-11-20T10:00:05Z"))
                .body("lastError", equalTo("1 of 2 repositories cannot be read"))
                .body("repositories.name", contains("acme/api", "acme/gone"))
                .body("repositories.status", contains("ok", "error"))
                .body("repositories.lastSync", contains("2026-11-20T10:00:05Z", null))
                .body("repositories.lastError", contains(null, "Repository not found: acme/gone"))
                .body("rateLimit.core.remaining", equalTo(4990))
                .body("version", equalTo(1));
    }

    @Test
    void mergesWhatChangedAndForgetsWhatIsPolledNoMore() {
        // Given
        report(cycle("10:00:00", "ok",
                "[{'name': 'a', 'status': 'ok'}, {'name': 'b', 'status': 'ok'}, {'name': 'c', 'status': 'ok'}]"));

        // When
        report(cycle("10:01:00", "degraded", "[{'name': 'b', 'status': 'error', 'error': 'gone'}]"));
        report(cycle("10:02:00", "degraded", "[]").replaceFirst("}$", ", \"removed\": [\"c\", \"unknown\"]}"));

        // Then
        shown().body("repositories.name", contains("a", "b")).body("repositories.status", contains("ok", "error"))
                .body("repositories.lastSync", contains("2026-11-20T10:02:00Z", "2026-11-20T10:00:00Z"));
    }

    @Test
    void showsTheLastReportsWarnings() {
        report(cycle("10:00:00", "ok", "[]").replaceFirst("}$", ", \"warnings\": [\"The token expires in 3 days\"]}"))
                .statusCode(204);
        shown().body("status", equalTo("ok")).body("lastError", nullValue())
                .body("warnings", contains("The token expires in 3 days"));

        report(cycle("10:01:00", "ok", "[]"));
        shown().body("warnings", empty());
    }

    @Test
    void keepsTheLastSyncWhileNothingCanBeRead() {
        report(cycle("10:00:00", "ok", "[]"));
        report(cycle("10:01:00", "error", "[]").replaceFirst("}$", ", \"error\": \"Authentication failed\"}"));

        shown().body("status", equalTo("error")).body("lastSync", equalTo("2026-11-20T10:00:00Z"))
                .body("lastError", equalTo("Authentication failed"));
    }

    @Test
    void letsNoOlderReportReplaceANewer() {
        report(cycle("10:05:00", "ok", "[{'name': 'a', 'status': 'ok'}]"));

        report(cycle("10:00:00", "error", "[{'name': 'a', 'status': 'error'}]")).statusCode(204);

        shown().body("status", equalTo("ok")).body("repositories.status", contains("ok"));
    }

    @Test
    void tellsThatALongCycleGoesOn() {
        report(cycle("10:00:00", "ok", "[]"));
        report("{\"startedAt\": \"2026-11-20T10:01:00Z\", \"status\": \"ok\"}").statusCode(204);

        shown().body("syncing", equalTo(true)).body("status", equalTo("ok")).body("lastSync", equalTo("2026-11-20T10:00:00Z"));
        report(cycle("10:09:00", "ok", "[]"));
        shown().body("syncing", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"finishedAt": "2026-11-20T10:00:00Z", "status": "ok"}                                               | /startedAt
            {"startedAt": "2026-11-20T10:00:00", "finishedAt": "2026-11-20T10:00:00Z", "status": "ok"}           | /startedAt
            {"startedAt": "10000-01-01T00:00:00Z", "finishedAt": "2026-11-20T10:00:00Z", "status": "ok"}         | /startedAt
            {"startedAt": "2026-11-20T10:00:00Z", "finishedAt": "2026-11-20T09:00:00Z", "status": "ok"}          | /finishedAt
            {"startedAt": "2026-11-20T10:00:00Z", "finishedAt": "2026-11-20T10:00:00Z"}                          | /status
            {"startedAt": "2026-11-20T10:00:00Z", "finishedAt": "2026-11-20T10:00:00Z", "status": "fine"}        | /status
            {"startedAt": "2026-11-20T10:00:00Z", "finishedAt": "2026-11-20T10:00:00Z", "status": "disabled"}    | /status
            {"startedAt": "2026-11-20T10:00:00Z", "status": "ok", "error": "a\\u0000"}                           | /error
            {"startedAt": "2026-11-20T10:00:00Z", "status": "ok", "repositories": [{"name": "", "status": "ok"}]} | /repositories/0/name
            {"startedAt": "2026-11-20T10:00:00Z", "status": "ok", "repositories": [null]}                        | /repositories/0
            {"startedAt": "2026-11-20T10:00:00Z", "status": "ok", "rateLimit": {"core": {"limit": "x"}}}         | /rateLimit/core/limit
            """)
    void refusesWhatIsNoReport(String body, String pointer) {
        report(body).statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void takesReportsOfDisabledAndNotOfDeletedIntegrations() {
        as(tenant).body("{\"enabled\": false}").patch("/api/integrations/" + id).then().statusCode(200);
        report(cycle("10:00:00", "ok", "[]")).statusCode(204);
        shown().body("status", equalTo("disabled")).body("lastSync", equalTo("2026-11-20T10:00:00Z"));

        as(tenant).delete("/api/integrations/" + id).then().statusCode(204);
        report(cycle("10:01:00", "ok", "[]")).statusCode(404);
    }

    @Test
    void refusesReportsUnderAnotherTenant() {
        asConnector().header("x-tenant-id", Api.newTenant()).body(cycle("10:00:00", "ok", "[]"))
                .put("/api/integrations/" + id + "/sync").then().statusCode(404);
    }

    @Test
    void showsCheckpointsByKey() {
        var reference = integrations.ofAnyTenant(UUID.fromString(id)).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> checkpoints.write(reference, List.of(
                new Checkpoint("b", 0, Map.of("etag", "x", "n", 1)), new Checkpoint("a", 0, Map.of()))));

        asConnector().get("/api/integrations/" + id + "/checkpoints").then().statusCode(200)
                .body("key", contains("a", "b")).body("version", contains(1, 1)).body("[1].value.etag", equalTo("x"));
        asConnector().get("/api/integrations/x/checkpoints").then().statusCode(404);
        asConnector().header("x-tenant-id", Api.newTenant()).get("/api/integrations/" + id + "/checkpoints").then()
                .statusCode(404);
    }

    @Test
    void showsNothingOfWhatNobodyReported() {
        shown().body("status", equalTo("pending")).body("lastSync", nullValue()).body("repositories", empty())
                .body("rateLimit.size()", equalTo(0)).body("syncing", equalTo(false)).body("warnings", empty());
    }

    private ValidatableResponse report(String body) {
        return asConnector().body(body).put("/api/integrations/" + id + "/sync").then();
    }

    private ValidatableResponse shown() {
        return as(tenant).get("/api/integrations/" + id).then().statusCode(200);
    }

    private static String cycle(String time, String status, String repositories) {
        return """
                {"startedAt": "2026-11-20T%sZ", "finishedAt": "2026-11-20T%sZ", "status": "%s", "repositories": %s}"""
                .formatted(time, time, status, repositories.replace('\'', '"'));
    }
}
