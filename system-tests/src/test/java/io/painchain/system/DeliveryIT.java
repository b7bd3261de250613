package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.restassured.specification.RequestSpecification;

/** What a connector may do to the backend: send the same twice, in any order, and things that are no events. */
@ExtendWith(SharedInstallation.class)
class DeliveryIT {

    private final Installation installation;

    DeliveryIT(Installation installation) {
        this.installation = installation;
    }

    @Test
    void theSameStatesInBothOrdersEndAlike() {
        var states = List.of(run("queued", 1), run("in_progress", 2), run("failure", 3));
        var backwards = new ArrayList<>(states);
        Collections.reverse(backwards);

        var forwards = deliver("forwards", states);
        var reversed = deliver("backwards", backwards);

        assertThat(forwards.get("status")).isEqualTo("failure");
        assertThat(reversed).containsEntry("status", "failure").containsEntry("title", forwards.get("title"))
                .containsEntry("data", forwards.get("data")).containsEntry("asOf", forwards.get("asOf"));
    }

    @Test
    void aRefusedDraftIsSetAsideAndItsNeighboursGoOn() {
        var tenant = tenant("refused");
        var integration = integration(tenant);
        var bad = Map.of("title", "No time", "connector", "github", "project", "acme/delivery", "externalId", "bad");

        batch(integration, List.of(run("queued", 1), bad, run("success", 5)), List.of(Map.of("key", "acme/delivery",
                "version", 0, "value", Map.of("watermark", "here"))))
                .then().statusCode(200)
                .body("created", equalTo(2)).body("rejected", equalTo(1))
                .body("items[1].outcome", equalTo("rejected"))
                .body("items[1].errors.pointer", org.hamcrest.Matchers.hasItem("/timestamp"))
                .body("checkpoints[0].outcome", equalTo("stored"));

        installation.asConnector().get("/api/integrations/" + integration + "/rejected").then().statusCode(200)
                .body("$", hasSize(1))
                .body("[0].raw.title", equalTo("No time"));
        tenantApi(tenant).get("/api/events").then().body("$", hasSize(1)).body("[0].status", equalTo("success"));
        installation.asConnector().get("/api/integrations/" + integration + "/checkpoints").then()
                .body("[0].value.watermark", equalTo("here")).body("[0].version", equalTo(1));
    }

    private Map<String, Object> deliver(String order, List<Map<String, Object>> states) {
        var tenant = tenant(order);
        var integration = integration(tenant);
        states.forEach(state -> batch(integration, List.of(state), List.of()).then().statusCode(200));
        return tenantApi(tenant).get("/api/events").then().body("$", hasSize(1)).extract().path("[0]");
    }

    private static Map<String, Object> run(String status, int second) {
        return Map.of("title", "[Workflow] deploy " + status, "connector", "github", "project", "acme/delivery",
                "timestamp", "2026-01-31T12:00:00Z", "asOf", "2026-01-31T12:00:0" + second + "Z",
                "externalId", "workflow-acme/delivery-1", "status", status, "data", Map.of("conclusion", status));
    }

    private io.restassured.response.Response batch(String integration, List<?> events, List<?> checkpoints) {
        return installation.asConnector()
                .body(Map.of("integrationId", integration, "events", events, "checkpoints", checkpoints))
                .post("/api/events/batch");
    }

    /** Disabled: the connector leaves it alone, and its batches are taken all the same. */
    private String integration(String tenant) {
        return tenantApi(tenant).body(Map.of("type", "github", "name", "Delivery", "enabled", false, "config",
                Map.of("token", "ghp_delivery0000000000", "apiUrl", installation.github.enterpriseUri().toString(),
                        "repositories", List.of("acme/delivery"))))
                .post("/api/integrations").then().statusCode(201).extract().path("id");
    }

    private static String tenant(String name) {
        return "delivery-" + name;
    }

    private RequestSpecification tenantApi(String tenant) {
        return installation.api().header("x-tenant-id", tenant);
    }
}
