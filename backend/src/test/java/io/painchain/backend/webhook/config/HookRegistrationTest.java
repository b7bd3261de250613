package io.painchain.backend.webhook.config;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Hooks at the provider, whose connector is played over HTTP. */
@QuarkusTest
class HookRegistrationTest {

    private static final String SECRET = "a-secret-of-its-own";

    @Inject
    HookComparisons comparisons;

    private final String tenant = Api.newTenant();
    private WebhookSender sender;
    private String integration;
    private String config;

    @BeforeEach
    void create() {
        sender = WebhookSender.signing();
        integration = sender.integration(tenant, "acme/api");
        config = as(tenant).body("""
                {"integration_id": "%s", "repository_id": "acme/api", "secret": "%s"}""".formatted(integration, SECRET))
                .post("/api/webhooks/configs").then().statusCode(201).extract().path("id");
    }

    /** @return the input of the task that asked */
    private Map<String, Object> answered(Supplier<Response> request, String output) throws Exception {
        var answer = CompletableFuture.supplyAsync(request);
        JsonPath leased = asConnector().post("/api/connectors/%s/tasks/lease?wait=3".formatted(sender.type)).then()
                .statusCode(200).extract().jsonPath();
        assertThat(leased.getString("[0].kind")).isEqualTo("hook");
        sender.result(leased.getString("[0].id"), "{\"ok\": true, \"output\": %s}".formatted(output)).statusCode(204);
        answer.get(10, TimeUnit.SECONDS).then().statusCode(200);
        return leased.getMap("[0].input");
    }

    private String path(String what) {
        return "/api/webhooks/configs/" + config + what;
    }

    @Test
    void registersAndRemovesAHook() throws Exception {
        // When
        var input = answered(() -> as(tenant).put(path("/registration")),
                "{\"ok\": true, \"hookId\": \"4711\", \"message\": \"It is registered\", \"missing\": 0, \"redelivered\": 0}");

        // Then
        assertThat(input).containsEntry("action", "register").containsEntry("repository", "acme/api")
                .containsEntry("secret", SECRET);
        assertThat((String) input.get("url")).endsWith("/api/v1/webhooks/%s/%s".formatted(sender.type, integration));
        as(tenant).get(path("")).then().body("webhook_id", equalTo("4711"), "registered_at", notNullValue(), "standing",
                equalTo("It is registered"));

        // When
        var removal = answered(() -> as(tenant).delete(path("/registration")),
                "{\"ok\": true, \"message\": \"It is removed\", \"missing\": 0, \"redelivered\": 0}");

        // Then
        assertThat(removal).containsEntry("hookId", "4711").doesNotContainKey("secret");
        as(tenant).get(path("")).then().body("webhook_id", nullValue(), "registered_at", nullValue());
    }

    @Test
    void comparesRegisteredHooksByItself() throws Exception {
        // Given
        answered(() -> as(tenant).put(path("/registration")),
                "{\"ok\": true, \"hookId\": \"4711\", \"message\": \"It is registered\", \"missing\": 0, \"redelivered\": 0}");

        // When
        comparisons.compare();

        // Then
        JsonPath leased = asConnector().post("/api/connectors/%s/tasks/lease?wait=3".formatted(sender.type)).then()
                .statusCode(200).extract().jsonPath();
        assertThat(leased.getString("[0].input.action")).isEqualTo("compare");
        sender.result(leased.getString("[0].id"),
                "{\"ok\": true, \"output\": {\"ok\": true, \"message\": \"All has arrived\", \"missing\": 0, \"redelivered\": 0}}")
                .statusCode(204);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(
                () -> as(tenant).get(path("")).then().body("standing", equalTo("All has arrived")));
    }

    @Test
    void comparesWithWhatArrived() throws Exception {
        // Given
        var body = WebhookSender.payload("acme/api");
        sender.send("d-1", body).statusCode(202);

        // When
        var input = answered(() -> as(tenant).post(path("/comparison")),
                "{\"ok\": false, \"hookId\": \"4711\", \"message\": \"2 deliveries did not arrive\", \"missing\": 2, \"redelivered\": 2}");

        // Then
        assertThat(input).containsEntry("action", "compare").containsEntry("known", List.of("d-1"));
        as(tenant).get(path("")).then().body("missing", equalTo(2), "compared_at", notNullValue());
    }

    @Test
    void isReliedOnWhileNothingIsMissing() throws Exception {
        // Given
        answered(() -> as(tenant).put(path("/registration")),
                "{\"ok\": true, \"hookId\": \"4711\", \"message\": \"It is registered\", \"missing\": 0, \"redelivered\": 0}");
        compared(true, 0);
        as(tenant).get("/api/integrations/" + integration).then().body("webhooks", hasSize(0));
        sender.send("d-1", WebhookSender.payload("acme/api")).statusCode(202);

        // When
        var last = compared(true, 0);

        // Then
        assertThat(Instant.parse((String) last.get("since"))).isAfter(Instant.now().minus(Duration.ofHours(2)));
        var verified = Instant.parse(asConnector().get("/api/integrations?type=" + sender.type).then().extract()
                .path("[0].webhooks[0].verifiedAt"));
        assertThat(verified).isBetween(Instant.parse((String) last.get("until")).minusMillis(1),
                Instant.parse((String) last.get("until")).plusMillis(1));
        as(tenant).get("/api/integrations/" + integration).then().body("webhooks", hasSize(1))
                .body("webhooks[0].repository", equalTo("acme/api")).body("webhooks[0].vouches", equalTo(true))
                .body("webhooks[0].since", notNullValue());
        asConnector().get("/api/integrations?type=" + sender.type).then().body("[0].webhooks[0].vouches", equalTo(true));

        // When
        compared(false, 2);

        // Then
        as(tenant).get("/api/integrations/" + integration).then().body("webhooks[0].vouches", equalTo(false));

        // When
        answered(() -> as(tenant).post(path("/comparison")), """
                {"ok": false, "hookId": "4711", "message": "Compared", "missing": 2, "redelivered": 2, "missingOf": [7, 9]}""");

        // Then
        as(tenant).get("/api/integrations/" + integration).then().body("webhooks[0].vouches", equalTo(true),
                "webhooks[0].exceptOf", equalTo(List.of(7, 9)));
        assertThat(Instant.parse(as(tenant).get("/api/integrations/" + integration).then().extract()
                .path("webhooks[0].verifiedAt"))).isAfterOrEqualTo(verified);

        // When the provider cannot be asked
        answered(() -> as(tenant).post(path("/comparison")),
                "{\"ok\": false, \"message\": \"HTTP 403\", \"missing\": 0, \"redelivered\": 0}");

        // Then
        as(tenant).get("/api/integrations/" + integration).then().body("webhooks[0].vouches", equalTo(true),
                "webhooks[0].exceptOf", equalTo(List.of(7, 9)));

        // When it is off
        compared(false, 0);

        // Then
        as(tenant).get("/api/integrations/" + integration).then().body("webhooks[0].vouches", equalTo(false));

        // When
        compared(true, 0);
        as(tenant).get("/api/integrations/" + integration).then().body("webhooks[0].exceptOf", nullValue());
        answered(() -> as(tenant).delete(path("/registration")),
                "{\"ok\": true, \"message\": \"It is removed\", \"missing\": 0, \"redelivered\": 0}");

        // Then
        as(tenant).get("/api/integrations/" + integration).then().body("webhooks", hasSize(0));
    }

    private Map<String, Object> compared(boolean isOk, int missing) throws Exception {
        var input = answered(() -> as(tenant).post(path("/comparison")),
                "{\"ok\": %s, \"hookId\": \"4711\", \"message\": \"Compared\", \"missing\": %d, \"redelivered\": 0}"
                        .formatted(isOk, missing));
        assertThat(Instant.parse((String) input.get("until"))).isBefore(Instant.now().minusSeconds(30));
        return input;
    }

    @Test
    void saysWhyItIsNotRegistered() throws Exception {
        // When
        answered(() -> as(tenant).put(path("/registration")),
                "{\"ok\": false, \"message\": \"The token needs Webhooks\", \"missing\": 0, \"redelivered\": 0}");

        // Then
        as(tenant).get(path("")).then().body("registered_at", nullValue(), "standing", equalTo("The token needs Webhooks"));
        as(Api.newTenant()).put(path("/registration")).then().statusCode(404);
    }
}
