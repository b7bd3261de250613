package io.painchain.backend.task.request;

import static io.painchain.backend.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.painchain.backend.task.PlayedConnector;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class JobsTest {

    PlayedConnector connector;
    String tenant;
    String path;

    @BeforeEach
    void anIntegration() {
        connector = PlayedConnector.start();
        tenant = Api.newTenant();
        path = "/api/integrations/" + connector.integration(tenant);
    }

    @Test
    void isIdleWhileNobodyAsks() {
        sync().body("state", equalTo("idle")).body("taskId", nullValue()).body("repositories", empty());
        backfill().body("state", equalTo("idle")).body("from", nullValue()).body("kinds", empty());
    }

    @Test
    void tellsHowASyncGoes() {
        // Given
        String id = as(tenant).post(path + "/sync").then().statusCode(202).header("Location", endsWith(path + "/sync"))
                .body("state", equalTo("queued")).body("requestedAt", notNullValue()).extract().path("taskId");
        assertThat(connector.lease().getString("[0].kind")).isEqualTo("sync");

        // When
        connector.progress(id, """
                {"done": 1, "total": 3, "note": "acme/web", "detail": {"counts": {"created": 5, "updated": 1, "unchanged": 9},
                 "repositories": [{"name": "acme/api", "state": "done", "percent": 100},
                                  {"name": "acme/web", "state": "failed", "error": "Not found"}]}}
                """).statusCode(204);

        // Then
        sync().body("taskId", equalTo(id)).body("state", equalTo("running")).body("percent", equalTo(33))
                .body("done", equalTo(1)).body("total", equalTo(3)).body("note", equalTo("acme/web"))
                .body("counts.created", equalTo(5)).body("startedAt", notNullValue()).body("finishedAt", nullValue())
                .body("repositories.name", contains("acme/api", "acme/web"))
                .body("repositories.state", contains("done", "failed"))
                .body("repositories[1].error", equalTo("Not found"));
        connector.result(id, "{\"ok\": true}").statusCode(204);
        sync().body("state", equalTo("done")).body("percent", equalTo(100)).body("finishedAt", notNullValue())
                .body("counts.updated", equalTo(1));
    }

    @Test
    void saysWhyASyncFailed() {
        String id = as(tenant).post(path + "/sync").path("taskId");
        connector.lease();
        connector.result(id, "{\"ok\": false, \"error\": \"Authentication failed\"}").statusCode(204);

        sync().body("state", equalTo("failed")).body("error", equalTo("Authentication failed"));
    }

    @Test
    void syncsOnceHoweverOftenItIsAsked() {
        String id = as(tenant).post(path + "/sync").path("taskId");

        as(tenant).post(path + "/sync").then().statusCode(202).body("taskId", equalTo(id));

        assertThat(connector.lease().getList("")).hasSize(1);
        as(tenant).post(path + "/sync").then().statusCode(202).body("taskId", equalTo(id)).body("state", equalTo("running"));
    }

    @Test
    void readsThePastWhereItStopped() {
        // Given
        String id = as(tenant).body("""
                {"from": "2026-01-01T00:00:00Z", "to": "2026-06-01T00:00:00Z", "kinds": ["release"]}""")
                .post(path + "/backfill").then().statusCode(202).header("Location", endsWith(path + "/backfill"))
                .body("from", equalTo("2026-01-01T00:00:00Z")).body("kinds", contains("release")).extract().path("taskId");

        // When
        var task = connector.lease();

        // Then
        assertThat(task.getString("[0].kind")).isEqualTo("backfill");
        assertThat(task.getString("[0].input.from")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(task.getString("[0].input.to")).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(task.getList("[0].input.kinds")).containsExactly("release");
        backfill().body("taskId", equalTo(id)).body("state", equalTo("running"))
                .body("to", equalTo("2026-06-01T00:00:00Z"));
    }

    @Test
    void runsOneBackfillAtATime() {
        String january = "{\"from\": \"2026-01-01T00:00:00Z\"}";
        String id = as(tenant).body(january).post(path + "/backfill").path("taskId");

        as(tenant).body(january).post(path + "/backfill").then().statusCode(202).body("taskId", equalTo(id));
        as(tenant).body("{\"from\": \"2026-02-01T00:00:00Z\"}").post(path + "/backfill").then().statusCode(409)
                .body("detail", containsString("2026-01-01"));
    }

    @Test
    void stopsABackfill() {
        String id = as(tenant).body("{\"from\": \"2026-01-01T00:00:00Z\"}").post(path + "/backfill").path("taskId");
        connector.lease();

        as(tenant).delete(path + "/backfill").then().statusCode(204);

        connector.progress(id, "{}").statusCode(410);
        backfill().body("state", equalTo("failed")).body("error", equalTo("Cancelled."));
        as(tenant).delete(path + "/backfill").then().statusCode(204);
        as(tenant).body("{\"from\": \"2026-02-01T00:00:00Z\"}").post(path + "/backfill").then().statusCode(202);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                                                                     | /from
            {"from": "yesterday"}                                                  | /from
            {"from": "2999-01-01T00:00:00Z"}                                       | /from
            {"from": "2026-02-01T00:00:00Z", "to": "2026-01-01T00:00:00Z"}         | /from
            {"from": "2026-02-01T00:00:00Z", "kinds": [""]}                        | /kinds/0
            """)
    void refusesWhatIsNoBackfill(String body, String pointer) {
        as(tenant).body(body).post(path + "/backfill").then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void asksNothingOfDisabledIntegrations() {
        as(tenant).body("{\"enabled\": false}").patch(path).then().statusCode(200);

        as(tenant).post(path + "/sync").then().statusCode(409).body("detail", containsString("disabled"));
        as(tenant).body("{\"from\": \"2026-01-01T00:00:00Z\"}").post(path + "/backfill").then().statusCode(409);
    }

    private ValidatableResponse sync() {
        return as(tenant).get(path + "/sync").then().statusCode(200);
    }

    private ValidatableResponse backfill() {
        return as(tenant).get(path + "/backfill").then().statusCode(200);
    }
}
