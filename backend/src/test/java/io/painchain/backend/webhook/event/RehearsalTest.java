package io.painchain.backend.webhook.event;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.painchain.backend.webhook.WebhookSender.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Deliveries whose events are derived once more, by a connector that is played over HTTP. */
@QuarkusTest
class RehearsalTest {

    private static final String REHEARSAL = "/api/v1/webhooks/events/rehearsal";

    private final String tenant = Api.newTenant();
    private WebhookSender sender;
    private String integration;

    @BeforeEach
    void threeDeliveriesThatWereDigested() {
        sender = WebhookSender.signing();
        integration = sender.integration(tenant, "acme/api");
        for (int i = 1; i <= 3; i++) {
            sender.send("d-" + i, payload("acme/api")).statusCode(202);
        }
        sender.done(sender.lease(), """
                {"id": "d-1", "state": "mapped", "events": ["push-1"]}, {"id": "d-2", "state": "mapped", "events": ["push-2"]},
                {"id": "d-3", "state": "ignored", "reason": "No event of ours."}""");
    }

    private Response ask(String after) {
        return as(tenant).body("{\"integration_id\": \"%s\", \"from\": \"2026-01-01T00:00:00Z\"%s}".formatted(integration,
                after == null ? "" : ", \"after\": \"" + after + "\"")).post(REHEARSAL);
    }

    @Test
    void tellsWhatWouldDifferById() throws Exception {
        // Given
        var asked = CompletableFuture.supplyAsync(() -> ask(null));
        JsonPath task = asConnector().post("/api/connectors/%s/tasks/lease?wait=10".formatted(sender.type)).then()
                .statusCode(200).extract().jsonPath();
        assertThat(task.getString("[0].kind")).isEqualTo("replay");
        assertThat(task.getList("[0].input.deliveries.id")).containsExactly("d-1", "d-2", "d-3");

        // When
        sender.result(task.getString("[0].id"), """
                {"ok": true, "output": {"deliveries": [
                  {"id": "d-1", "events": [{"externalId": "push-1", "outcome": "updated", "changed": ["title"]}]},
                  {"id": "d-2", "reason": "It says nothing any more.", "events": []},
                  {"id": "d-3", "events": [{"externalId": "push-3", "outcome": "created"}]}]}}""").statusCode(204);
        var answer = asked.get(20, TimeUnit.SECONDS);

        // Then
        answer.then().statusCode(200).body("deliveries", equalTo(3)).body("added", contains("push-3"))
                .body("changed.id", contains("push-1")).body("changed[0].fields", contains("title"))
                .body("gone", contains("push-2")).body("unchanged", equalTo(0)).body("next", notNullValue());
        ask(answer.path("next")).then().statusCode(200).body("next", nullValue()).body("added", empty());
    }

    @Test
    void isOfTheTenantAlone() {
        as(Api.newTenant()).body("{\"integration_id\": \"%s\", \"from\": \"2026-01-01T00:00:00Z\"}".formatted(integration))
                .post(REHEARSAL).then().statusCode(404);
        as(tenant).body("{\"integration_id\": \"%s\"}".formatted(integration)).post(REHEARSAL).then().statusCode(400);
    }
}
