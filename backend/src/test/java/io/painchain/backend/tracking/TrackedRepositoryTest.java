package io.painchain.backend.tracking;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.task.PlayedConnector;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class TrackedRepositoryTest {

    PlayedConnector connector;
    String tenant;
    String id;

    @BeforeEach
    void anIntegration() {
        connector = PlayedConnector.start();
        tenant = Api.newTenant();
        id = connector.integration(tenant, PlayedConnector.TOKEN, "[\"acme/api\", \"acme/web\", \"acme/new\"]");
    }

    @Test
    void showsHowEachStandsAndWhatWasFollowedBefore() {
        // Given
        report("10:00:00", "ok", """
                "repositories": [{"name": "acme/api", "status": "ok", "externalId": "4711"},
                  {"name": "acme/web", "status": "ok", "externalId": "4712"}]""");
        report("10:01:00", "degraded", """
                "repositories": [{"name": "acme/web", "status": "error", "error": "Repository not found"}]""");
        tracked().body("name", contains("acme/api", "acme/new", "acme/web"))
                .body("status", contains("ok", "pending", "error")).body("externalId", contains("4711", null, "4712"))
                .body("lastSync", contains("2026-11-20T10:01:00Z", null, "2026-11-20T10:00:00Z"))
                .body("lastError", contains(null, null, "Repository not found")).body("webhook", contains(null, null, null));

        // When
        as(tenant).delete("/api/integrations/" + id + "/repositories/acme/api").then().statusCode(200);
        report("10:02:00", "degraded", "\"removed\": [\"acme/api\"]");
        report("10:03:00", "degraded", "\"repositories\": []");

        // Then
        tracked().body("name", contains("acme/new", "acme/web", "acme/api")).body("active", contains(true, true, false))
                .body("[2].status", equalTo("disabled")).body("[2].stoppedAt", equalTo("2026-11-20T10:02:00Z"))
                .body("[2].lastSync", equalTo("2026-11-20T10:01:00Z")).body("[2].externalId", equalTo("4711"));
        as(tenant).get("/api/integrations/" + id).then().body("repositories.name", contains("acme/web"));

        as(tenant).body("{\"repositories\": [\"acme/api\"]}").post("/api/integrations/" + id + "/repositories");
        report("10:04:00", "ok", "\"repositories\": [{\"name\": \"acme/api\", \"status\": \"ok\"}]");
        tracked().body("[0].active", equalTo(true)).body("[0].stoppedAt", nullValue())
                .body("[0].lastSync", equalTo("2026-11-20T10:04:00Z")).body("[0].externalId", equalTo("4711"));
    }

    @Test
    void showsTheWebhookOfEach() {
        var sender = WebhookSender.signing();
        id = sender.integration(tenant, "acme/api", "");
        tracked().body("webhook", contains(nullValue()));

        var forAll = hook("");
        tracked().body("[0].webhook.id", equalTo(forAll)).body("[0].webhook.forAll", equalTo(true))
                .body("[0].webhook.state", equalTo("configured"));

        var own = hook("\"repository_id\": \"Acme/API\"");
        tracked().body("[0].webhook.id", equalTo(own)).body("[0].webhook.forAll", equalTo(false));
        as(tenant).body("{\"active\": false}").patch("/api/webhooks/configs/" + own).then().statusCode(200);
        tracked().body("[0].webhook.state", equalTo("inactive")).body("[0].webhook.missing", equalTo(0));
    }

    @Test
    void isNobodyElses() {
        as(Api.newTenant()).get("/api/integrations/" + id + "/tracked").then().statusCode(404);
    }

    private String hook(String fields) {
        return as(tenant).body("{\"integration_id\": \"%s\"%s}".formatted(id, fields.isEmpty() ? "" : ", " + fields))
                .post("/api/webhooks/configs").then().statusCode(201).extract().path("id");
    }

    private ValidatableResponse tracked() {
        return as(tenant).get("/api/integrations/" + id + "/tracked").then().statusCode(200);
    }

    private void report(String time, String status, String rest) {
        asConnector().body("""
                {"startedAt": "2026-11-20T%s.000Z", "finishedAt": "2026-11-20T%sZ", "status": "%s", %s}
                """.formatted(time, time, status, rest)).put("/api/integrations/" + id + "/sync").then().statusCode(204);
    }
}
