package io.painchain.backend.webhook.event;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.webhook.WebhookSender.ids;
import static io.painchain.backend.webhook.WebhookSender.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.painchain.backend.webhook.StoredDeliveries;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class WebhookEventTest {

    private static final String EVENTS = "/api/v1/webhooks/events";

    @Inject
    StoredDeliveries stored;

    WebhookSender sender;
    String tenant;
    String integration;

    @BeforeEach
    void threeDeliveriesOfTwoRepositories() {
        sender = WebhookSender.signing();
        tenant = Api.newTenant();
        integration = sender.integration(tenant, "acme/api");
        var other = sender.integration(tenant, "acme/web");
        sender.send("d-1", payload("acme/api")).statusCode(202);
        sender.send("d-2", payload("acme/api")).statusCode(202);
        sender.send("d-3", payload("acme/web")).statusCode(202);
        assertThat(stored.of(other)).hasSize(1);
    }

    @Test
    void listsTheNewestFirstWithoutPayloads() {
        as(tenant).get(EVENTS).then().statusCode(200).body("delivery_id", contains("d-3", "d-2", "d-1"))
                .body("[2].integration_id", equalTo(integration)).body("[2].connector", equalTo(sender.type))
                .body("[2].event_type", equalTo("push")).body("[2].repository_full_name", equalTo("acme/api"))
                .body("[2].state", equalTo("pending")).body("[2].processed", equalTo(false))
                .body("[2].processed_at", nullValue()).body("[2].error", nullValue()).body("[2].payload", nullValue());
        as(Api.newTenant()).get(EVENTS).then().statusCode(200).body("", empty());
    }

    @Test
    void goesOnWhereAPageEnded() {
        var first = as(tenant).get(EVENTS + "?limit=2").then().statusCode(200).body("delivery_id", contains("d-3", "d-2"))
                .header("Link", containsString("rel=\"next\"")).extract();
        var cursor = first.header("Link").replaceFirst(".*cursor=([^&>]+).*", "$1");

        as(tenant).get(EVENTS + "?limit=2&cursor=" + cursor).then().statusCode(200).body("delivery_id", contains("d-1"));
    }

    @ParameterizedTest
    @CsvSource({ "repository=ACME/web, 1", "type=push, 3", "type=release, 0", "state=pending, 3", "state=dead, 0",
            "from=2200-01-01T00:00:00Z, 0", "to=2200-01-01T00:00:00Z, 3" })
    void listsWhatAFilterNames(String filter, int count) {
        as(tenant).get(EVENTS + "?" + filter).then().statusCode(200).body("size()", equalTo(count));
    }

    @Test
    void listsThoseOfOneIntegration() {
        as(tenant).get(EVENTS + "?integration_id=" + integration).then().statusCode(200)
                .body("delivery_id", contains("d-2", "d-1"));
        as(tenant).get(EVENTS + "?state=lost&cursor=x").then().statusCode(400).body("errors.size()", equalTo(2));
    }

    @Test
    void showsThePayloadOnDemand() {
        var id = as(tenant).get(EVENTS + "?limit=1&payload=true").then().statusCode(200)
                .body("[0].payload.repository.full_name", equalTo("acme/web"))
                .body("[0].headers.x-delivery", equalTo("d-3")).extract().<String> path("[0].id");

        as(tenant).get(EVENTS + "/" + id).then().statusCode(200).body("payload.commits[0].id", equalTo("a"));
        as(Api.newTenant()).get(EVENTS + "/" + id).then().statusCode(404);
    }

    @Test
    void digestsOneAgain() {
        var task = sender.lease("wait=0&max=10");
        var id = as(tenant).get(EVENTS + "?integration_id=" + integration).then().extract().<String> path("[1].id");
        as(tenant).post(EVENTS + "/" + id + "/replay").then().statusCode(409);
        finish(task);
        as(tenant).get(EVENTS + "/" + id).then().body("state", equalTo("mapped")).body("processed", equalTo(true))
                .body("events", contains("e-1"));

        as(tenant).post(EVENTS + "/" + id + "/replay").then().statusCode(202).body("state", equalTo("pending"));

        assertThat(ids(sender.lease())).containsExactly("d-1");
    }

    @Test
    void digestsWhatAFilterNamesAgain() {
        finish(sender.lease("wait=0&max=10"));

        as(tenant).body("{\"repository\": \"acme/api\", \"state\": \"mapped\"}").post(EVENTS + "/replay").then().statusCode(202)
                .body("replayed", equalTo(2)).body("more", equalTo(false));
        as(Api.newTenant()).body("{}").post(EVENTS + "/replay").then().statusCode(202).body("replayed", equalTo(0));
        as(tenant).body("{\"state\": \"lost\", \"event_type\": 1}").post(EVENTS + "/replay").then().statusCode(400)
                .body("errors[0].pointer", equalTo("/event_type"));

        assertThat(ids(sender.lease())).containsExactly("d-1", "d-2");
    }

    private void finish(JsonPath tasks) {
        for (int i = 0; i < tasks.getList("").size(); i++) {
            var outcomes = tasks.<String> getList("[%d].input.deliveries.id".formatted(i)).stream()
                    .map("{\"id\": \"%s\", \"state\": \"mapped\", \"events\": [\"e-1\"]}"::formatted).toList();
            sender.result(tasks.getString("[%d].id".formatted(i)),
                    "{\"ok\": true, \"output\": {\"deliveries\": [%s]}}".formatted(String.join(", ", outcomes)))
                    .statusCode(204);
        }
    }
}
