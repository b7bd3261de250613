package io.painchain.backend.task;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class TaskQueueTest {

    @Inject
    StoredTaskRepository stored;
    @Inject
    TaskQueue queue;
    @Inject
    TaskCleanup sweep;
    @Inject
    TaskSignals signals;
    @Inject
    Scheduler scheduler;

    PlayedConnector connector;
    String tenant;
    String integration;

    @BeforeEach
    void onlyTheTestSweeps() {
        scheduler.pause(TaskCleanup.SWEEP);
    }

    @AfterEach
    void sweepsAsBefore() {
        scheduler.resume(TaskCleanup.SWEEP);
    }

    @BeforeEach
    void aConnectorAndAnIntegration() {
        connector = PlayedConnector.start();
        tenant = Api.newTenant();
        integration = connector.integration(tenant);
    }

    @Test
    void handsATaskOverWithItsIntegrationInClear() {
        var id = sync(integration);

        var task = connector.lease("wait=0&worker=w");

        assertThat(task.getString("[0].id")).isEqualTo(id);
        assertThat(task.getString("[0].kind")).isEqualTo("sync");
        assertThat(task.getString("[0].type")).isEqualTo(connector.type);
        assertThat(task.getString("[0].tenantId")).isEqualTo(tenant);
        assertThat(task.getString("[0].integrationId")).isEqualTo(integration);
        assertThat(task.getInt("[0].attempt")).isEqualTo(1);
        assertThat(task.getString("[0].leaseUntil")).endsWith("Z");
        assertThat(task.getString("[0].integration.config.token")).isEqualTo(PlayedConnector.TOKEN);
        assertThat(connector.lease().getList("")).as("while it is leased").isEmpty();
    }

    @Test
    void wakesWhoWaitsAtOnce() {
        var waiting = CompletableFuture.supplyAsync(() -> connector.lease("wait=20"));
        awaitWaiter();

        var id = sync(integration);

        assertThat(waiting.join().getString("[0].id")).isEqualTo(id);
    }

    @Test
    void keepsATaskWhileItsProgressIsReported() {
        var id = sync(integration);
        connector.lease();
        stored.endLease(id);

        connector.progress(id, "{\"attempt\": 1, \"done\": 1, \"total\": 4, \"note\": \"acme/api\"}").statusCode(204);
        queue.sweep();

        assertThat(connector.lease().getList("")).isEmpty();
        as(tenant).get("/api/tasks").then().statusCode(200).body("[0].state", equalTo("leased"))
                .body("[0].done", equalTo(1)).body("[0].total", equalTo(4)).body("[0].note", equalTo("acme/api"))
                .body("[0].integrationName", equalTo("Production"));
    }

    @Test
    void givesALostTaskToAnotherAttemptWithWhatWasReportedLast() {
        var id = sync(integration);
        connector.lease();
        connector.progress(id, "{\"detail\": {\"resume\": {\"page\": 7}}}").statusCode(204);

        lose(id);
        var second = connector.lease();

        assertThat(second.getInt("[0].attempt")).isEqualTo(2);
        assertThat(second.getInt("[0].input.resume.page")).isEqualTo(7);
        connector.progress(id, "{\"attempt\": 1}").statusCode(409).body("type", equalTo("/problems/conflict"));
        connector.result(id, "{\"attempt\": 1, \"ok\": true}").statusCode(409);
        connector.result(id, "{\"attempt\": 2, \"ok\": true}").statusCode(204);
        connector.result(id, "{\"attempt\": 2, \"ok\": true}").statusCode(409);
    }

    @Test
    void givesBackWhatAConnectorThatEndsHasNotDone() {
        var id = sync(integration);
        connector.lease();

        connector.release(id, "{\"attempt\": 1}").statusCode(204);

        assertThat(connector.lease().getInt("[0].attempt")).isEqualTo(2);
        connector.release(id, "{\"attempt\": 1}").statusCode(409);
    }

    @Test
    void givesATaskUpAfterFiveAttempts() {
        var id = sync(integration);
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(connector.lease().getInt("[0].attempt")).isEqualTo(attempt);
            lose(id);
        }

        assertThat(connector.lease().getList("")).isEmpty();
        as(tenant).get("/api/tasks?state=dead").then().body("id", equalTo(List.of(id)))
                .body("[0].error", containsString("5 attempts"));
        assertThat(stored.input(id)).isNull();
    }

    @Test
    void keepsNoSecretInClearAndNoInputAfterTheResult() {
        // Given
        var id = backfill();
        assertThat(stored.row(id)).doesNotContain(PlayedConnector.TOKEN);
        assertThat(stored.input(id)).isNotNull();

        // When
        connector.lease();
        connector.progress(id, "{\"detail\": {\"resume\": {\"page\": 7}}}");
        connector.result(id, "{\"ok\": true, \"output\": {\"read\": 3}}").statusCode(204);

        // Then
        assertThat(stored.input(id)).isNull();
        assertThat(stored.row(id)).doesNotContain("page");
        assertThat(as(tenant).get("/api/tasks").asString()).doesNotContain("read", "output", "input");
    }

    @Test
    void tellsAConnectorThatItsTaskWasCancelled() {
        var id = sync(integration);
        connector.lease();

        as(tenant).post("/api/tasks/" + id + "/cancel").then().statusCode(200).body("state", equalTo("cancelled"));

        connector.progress(id, "{\"done\": 1}").statusCode(410).body("type", equalTo("/problems/cancelled"));
        connector.result(id, "{\"ok\": true}").statusCode(409);
        as(tenant).post("/api/tasks/" + id + "/cancel").then().statusCode(200);
        assertThat(stored.input(id)).isNull();
    }

    @Test
    void cancelsNothingThatHasEnded() {
        var id = sync(integration);
        connector.lease();
        connector.result(id, "{\"ok\": true}").statusCode(204);

        as(tenant).post("/api/tasks/" + id + "/cancel").then().statusCode(409).body("detail", containsString("done"));
    }

    @Test
    void servesTenantsInTurnAndEachTenantsOldestFirst() {
        // Given
        var mine = new ArrayList<>(List.of(sync(integration)));
        for (int i = 0; i < 3; i++) {
            mine.add(sync(connector.integration(tenant)));
        }
        var other = Api.newTenant();
        var theirs = sync(connector.integration(other), other);

        // When
        var served = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            served.add(connector.lease("wait=0&max=1").getString("[0].id"));
        }

        // Then
        assertThat(served).containsExactly(mine.get(0), theirs, mine.get(1), mine.get(2), mine.get(3));
    }

    @Test
    void handsEachTaskToOneOfManyThatAskAtOnce() {
        for (int i = 0; i < 12; i++) {
            sync(connector.integration(tenant));
        }

        var asked = new ArrayList<CompletableFuture<List<String>>>();
        for (int i = 0; i < 6; i++) {
            asked.add(CompletableFuture.supplyAsync(() -> connector.lease("wait=5&max=2").getList("id")));
        }

        var leased = asked.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
        assertThat(leased).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void showsNothingToOtherTenants() {
        var id = sync(integration);
        var other = Api.newTenant();

        as(other).get("/api/tasks").then().statusCode(200).body("", empty());
        as(other).post("/api/tasks/" + id + "/cancel").then().statusCode(404);
        as(other).get("/api/integrations/" + integration + "/sync").then().statusCode(404);
        as(other).post("/api/integrations/" + integration + "/sync").then().statusCode(404);
        asConnector().header("x-tenant-id", other).post("/api/connectors/%s/tasks/lease?wait=0".formatted(connector.type))
                .then().body("", empty());
        connector.lease();
        asConnector().header("x-tenant-id", other).body("{\"ok\": true}")
                .post("/api/connectors/%s/tasks/%s/result".formatted(connector.type, id)).then().statusCode(404);
        as(tenant).get("/api/tasks").then().body("[0].state", equalTo("leased"));
    }

    @Test
    void isForConnectorsAlone() {
        var id = sync(integration);
        for (var path : List.of("lease?wait=0", id + "/progress", id + "/result")) {
            as(tenant).body("{}").post("/api/connectors/%s/tasks/%s".formatted(connector.type, path)).then().statusCode(401);
        }
    }

    @Test
    void givesAnotherTypesConnectorNothing() {
        var id = sync(integration);
        var other = PlayedConnector.start();

        assertThat(other.lease().getList("")).isEmpty();
        connector.lease();
        other.result(id, "{\"ok\": true}").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            progress | {"done": -1}                                                            | /done
            progress | {"note": 7}                                                             | /note
            progress | {"detail": {"repositories": [{"name": "a", "state": "gone"}]}}          | /detail/repositories/0/state
            progress | {"detail": {"repositories": [{"name": "a", "state": "done", "percent": 101}]}} | /detail/repositories/0/percent
            result   | {}                                                                      | /ok
            result   | {"ok": false, "error": "no", "status": 500}                             | /status
            """)
    void refusesWhatIsNoReport(String what, String body, String pointer) {
        var id = sync(integration);
        connector.lease();

        asConnector().body(body).post("/api/connectors/%s/tasks/%s/%s".formatted(connector.type, id, what)).then()
                .statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void refusesAResumeThatIsTooLong() {
        var id = sync(integration);
        connector.lease();

        connector.progress(id, "{\"detail\": {\"resume\": {\"x\": \"%s\"}}}".formatted("x".repeat(64 * 1024)))
                .statusCode(400).body("errors.pointer", hasItem("/detail/resume"));
    }

    @ParameterizedTest
    @CsvSource({ "wait=61, wait", "wait=x, wait", "max=0, max", "worker=a%20b, worker" })
    void refusesBadParametersOfALease(String query, String pointer) {
        asConnector().urlEncodingEnabled(false).post("/api/connectors/%s/tasks/lease?%s".formatted(connector.type, query))
                .then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({ "state=gone, state", "kind=x, kind", "integrationId=x, integrationId", "limit=0, limit" })
    void refusesBadParametersOfAList(String query, String pointer) {
        as(tenant).get("/api/tasks?" + query).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void listsByWhatIsAskedFor() {
        var first = sync(integration);
        var second = backfill();

        as(tenant).get("/api/tasks").then().body("id", equalTo(List.of(second, first)));
        as(tenant).get("/api/tasks?kind=sync&state=queued&type=%s&integrationId=%s".formatted(connector.type, integration))
                .then().body("id", equalTo(List.of(first)));
        as(tenant).get("/api/tasks?limit=1").then().body("", hasSize(1));
        as(tenant).get("/api/tasks?type=other").then().body("", empty());
    }

    @Test
    void forgetsADayAfterTheEnd() {
        var id = sync(integration);
        connector.lease();
        connector.result(id, "{\"ok\": true}");
        stored.finishedADayAgo(id);

        sweep.forget();

        as(tenant).get("/api/tasks").then().body("", empty());
        as(tenant).get("/api/integrations/" + integration + "/sync").then().body("state", equalTo("idle"));
    }

    @Test
    void endsWithItsIntegration() {
        var id = sync(integration);

        as(tenant).delete("/api/integrations/" + integration).then().statusCode(204);

        assertThat(connector.lease().getList("")).isEmpty();
        as(tenant).get("/api/tasks").then().body("[0].state", equalTo("cancelled"))
                .body("[0].error", containsString("deleted"));
        assertThat(stored.input(id)).isNull();
    }

    private void lose(String id) {
        stored.endLease(id);
        queue.sweep();
    }

    private void awaitWaiter() {
        while (signals.waiting() == 0) {
            Thread.onSpinWait();
        }
    }

    private String sync(String ofIntegration) {
        return sync(ofIntegration, tenant);
    }

    private String sync(String ofIntegration, String owner) {
        return as(owner).post("/api/integrations/" + ofIntegration + "/sync").then().statusCode(202).extract().path("taskId");
    }

    private String backfill() {
        Response response = as(tenant).body("{\"from\": \"2026-01-01T00:00:00Z\"}")
                .post("/api/integrations/" + integration + "/backfill");
        return response.then().statusCode(202).extract().path("taskId");
    }
}
