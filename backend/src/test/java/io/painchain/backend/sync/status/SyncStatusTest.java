package io.painchain.backend.sync.status;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.task.PlayedConnector;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SyncStatusTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    String tenant;
    String id;

    @BeforeEach
    void anIntegration() {
        tenant = Api.newTenant();
        id = PlayedConnector.start().integration(tenant);
    }

    @Test
    void tellsHowSyncingStandsAndWhy() {
        status().body("status", equalTo("pending")).body("reason", nullValue()).body("cycles", equalTo(0));

        asConnector().body("{\"startedAt\": \"%s\", \"status\": \"pending\"}".formatted(NOW.minusSeconds(40)))
                .put("/api/integrations/" + id + "/sync").then().statusCode(204);
        status().body("status", equalTo("syncing"));

        report(30, "ok", "\"repositories\": [{\"name\": \"acme/api\", \"status\": \"ok\"}]");
        status().body("status", equalTo("complete")).body("reason", nullValue()).body("repositories", equalTo(1))
                .body("failing", equalTo(0)).body("verification", nullValue());

        report(20, "degraded", "\"repositories\": [{\"name\": \"acme/web\", \"status\": \"error\", \"error\": \"gone\"}]");
        status().body("status", equalTo("error")).body("reason", equalTo("1 of 2 cannot be read")).body("failing", equalTo(1));

        report(10, "error", "\"error\": \"Bad credentials\"");
        status().body("status", equalTo("error")).body("reason", equalTo("Bad credentials")).body("cycles", equalTo(3))
                .body("failedCycles", equalTo(1));

        as(tenant).body("{\"enabled\": false}").patch("/api/integrations/" + id).then().statusCode(200);
        status().body("status", equalTo("disabled")).body("reason", nullValue());
    }

    @Test
    void showsWhenAllWasComparedWithTheProvider() {
        // Given
        var sweep = ", \"coverage\": [" + line("acme/api", NOW.minusSeconds(3_600)) + ", "
                + line("acme/web", NOW.minus(30, ChronoUnit.HOURS)) + "]";

        // When
        report(10, "ok", """
                "repositories": [{"name": "acme/api", "status": "ok"}, {"name": "acme/web", "status": "ok"}]""" + sweep);

        // Then
        status().body("verification.verified", equalTo(1))
                .body("verification.oldest", equalTo(NOW.minus(30, ChronoUnit.HOURS).toString()));

        report(5, "ok", "\"repositories\": [{\"name\": \"acme/jobs\", \"status\": \"ok\"}]");
        status().body("verification.verified", equalTo(1)).body("verification.oldest", nullValue());
    }

    @Test
    void isNobodyElses() {
        as(Api.newTenant()).get("/api/integrations/" + id + "/sync/status").then().statusCode(404);
        as(Api.newTenant()).get("/api/sync").then().statusCode(200).body("", empty());
    }

    private static String line(String repository, Instant at) {
        return "{\"repository\": \"%s\", \"source\": \"sweep\", \"from\": \"%s\", \"to\": \"%s\", \"verifiedAt\": \"%s\"}"
                .formatted(repository, at.minus(30, ChronoUnit.DAYS), at, at);
    }

    private ValidatableResponse status() {
        return as(tenant).get("/api/integrations/" + id + "/sync/status").then().statusCode(200);
    }

    private void report(int secondsAgo, String status, String rest) {
        var at = NOW.minusSeconds(secondsAgo);
        asConnector().body("{\"startedAt\": \"%s\", \"finishedAt\": \"%s\", \"status\": \"%s\", %s}".formatted(at, at, status,
                rest)).put("/api/integrations/" + id + "/sync").then().statusCode(204);
    }
}
