package io.painchain.backend.webhook.page;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.webhook.StoredBody;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Answers of polls that are kept raw. */
@QuarkusTest
class PolledPageTest {

    private static final String EVENTS = "/api/v1/webhooks/events";

    private final String tenant = Api.newTenant();
    private WebhookSender sender;
    private String integration;

    @BeforeEach
    void integrate() {
        sender = WebhookSender.signing();
        integration = sender.integration(tenant, "acme/api");
    }

    private ValidatableResponse keep(String url, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        return asConnector().body("""
                {"url": "%s", "readAt": "%s", "bytes": %d, "body": "%s"}""".formatted(url, Instant.now(), body.length,
                Base64.getEncoder().encodeToString(StoredBody.pack(body))))
                .post("/api/integrations/%s/pages".formatted(integration))
                .then();
    }

    @Test
    void keepsThemOnceApartFromDeliveriesAndNeverDigestsThem() {
        // When
        keep("https://api.example.com/repos/acme/api/releases", "[1]").statusCode(204);
        keep("https://api.example.com/repos/acme/api/releases", "[1]").statusCode(204);
        keep("https://api.example.com/repos/acme/api/releases", "[2]").statusCode(204);

        // Then
        as(tenant).get(EVENTS).then().body("$", hasSize(0));
        var id = as(tenant).get(EVENTS + "?state=polled&payload=true").then().body("$", hasSize(2))
                .body("[0].event_type", equalTo("polled")).body("[0].delivery_id", startsWith("polled:")).extract()
                .<String> path("[0].id");
        as(tenant).post(EVENTS + "/" + id + "/replay").then().statusCode(409);
        assertThat(sender.lease().getList("$")).isEmpty();
        asConnector().body("{\"url\": \"a\"}").post("/api/integrations/%s/pages".formatted(integration)).then()
                .statusCode(400);
    }

    @Test
    void handsThemOverForARehearsal() throws Exception {
        // Given
        keep("https://api.example.com/repos/acme/api/releases", "[{\"id\": 7}]").statusCode(204);

        // When
        var asked = CompletableFuture.supplyAsync(() -> as(tenant).body("""
                {"integration_id": "%s", "from": "2026-01-01T00:00:00Z"}""".formatted(integration))
                .post(EVENTS + "/rehearsal"));
        JsonPath task = asConnector().post("/api/connectors/%s/tasks/lease?wait=10".formatted(sender.type)).then()
                .statusCode(200).extract().jsonPath();

        // Then
        assertThat(task.getString("[0].input.deliveries[0].event")).isEqualTo("polled");
        assertThat(task.getString("[0].input.deliveries[0].body")).isEqualTo("[{\"id\": 7}]");
        assertThat(task.getMap("[0].input.deliveries[0].headers")).containsEntry("x-polled-url",
                "https://api.example.com/repos/acme/api/releases");
        sender.result(task.getString("[0].id"),
                """
                        {"ok": true, "output": {"deliveries": [{"id": "%s", "events": [{"externalId": "release-7", "outcome": "created"}]}]}}"""
                        .formatted(task.getString("[0].input.deliveries[0].id")))
                .statusCode(204);
        asked.get(20, TimeUnit.SECONDS).then().statusCode(200).body("added[0]", equalTo("release-7"));
    }
}
