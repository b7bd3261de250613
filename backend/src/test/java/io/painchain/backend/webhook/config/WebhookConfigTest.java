package io.painchain.backend.webhook.config;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.painchain.backend.webhook.WebhookSender.payload;
import static io.painchain.backend.webhook.WebhookSender.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.webhook.StoredDeliveries;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WebhookConfigTest {

    private static final String CONFIGS = "/api/v1/webhooks/configs";
    private static final byte[] BODY = payload("acme/api").getBytes(UTF_8);

    @Inject
    StoredDeliveries stored;

    WebhookSender sender;
    String tenant;
    String integration;

    @BeforeEach
    void anIntegrationWithoutSecretsForWebhooks() {
        sender = WebhookSender.signing();
        tenant = Api.newTenant();
        integration = sender.integration(tenant, "acme/api", "");
    }

    @Test
    void showsASecretOnce() {
        var created = as(tenant).body("{\"repository_id\": \"acme/api\", \"events\": [\"push\"]}").post(CONFIGS).then()
                .statusCode(201).body("integration_id", equalTo(integration)).body("connector", equalTo(sender.type))
                .body("webhook_url", endsWith("/api/v1/webhooks/%s/%s".formatted(sender.type, integration)))
                .body("webhook_id", nullValue()).body("active", equalTo(true)).body("last_delivery_at", nullValue())
                .body("created_at", notNullValue()).extract().jsonPath();
        var secret = created.getString("secret");
        var masked = secret.substring(0, 4) + "…" + secret.substring(secret.length() - 4);

        assertThat(secret).hasSizeGreaterThan(40);
        as(tenant).get(CONFIGS + "/" + created.getString("id")).then().statusCode(200).body("secret", equalTo(masked))
                .body("events", contains("push"));
        as(tenant).get(CONFIGS + "?integration_id=" + integration).then().body("secret", contains(masked));
        as(Api.newTenant()).get(CONFIGS + "/" + created.getString("id")).then().statusCode(404);
        as(Api.newTenant()).get(CONFIGS).then().body("", empty());
    }

    @Test
    void takesDeliveriesSignedWithItsSecret() {
        var config = create("\"webhook_id\": 4711, \"events\": [\"push\"], \"secret\": \"a-secret-of-its-own\"");
        var headers = new HashMap<>(signed("a-secret-of-its-own", BODY));
        headers.put("X-Hook-ID", "4711");

        sender.send("/api/webhooks/" + sender.type, "d-1", BODY, headers).statusCode(202);
        headers.put("X-Event", "star");
        sender.send("/api/webhooks/" + sender.type, "d-2", BODY, headers).statusCode(202);

        assertThat(stored.of(integration)).extracting(StoredDeliveries.Stored::state).containsExactly("pending", "ignored");
        as(tenant).get(CONFIGS + "/" + config).then().body("last_delivery_at", notNullValue());
        as(tenant).get("/api/v1/webhooks/events").then().body("config_id", contains(config, config));
    }

    @Test
    void takesTheSecretBeforeToo() {
        var config = create("\"secret\": \"the-older-secret\"");

        as(tenant).body("{\"secret\": \"the-newer-secret\"}").patch(CONFIGS + "/" + config).then().statusCode(200)
                .body("secret", equalTo("the-newer-secret"));
        as(tenant).body("{\"secret\": \"the …cret\", \"active\": true}").patch(CONFIGS + "/" + config).then().statusCode(400);
        var masked = as(tenant).get(CONFIGS + "/" + config).then().extract().<String> path("secret");
        as(tenant).body("{\"secret\": \"%s\", \"events\": []}".formatted(masked)).patch(CONFIGS + "/" + config).then()
                .statusCode(200).body("secret", equalTo(masked));

        var path = "/api/webhooks/%s/%s".formatted(sender.type, integration);
        sender.send(path, "d-1", BODY, signed("the-newer-secret", BODY)).statusCode(202);
        sender.send(path, "d-2", BODY, signed("the-older-secret", BODY)).statusCode(202);
    }

    @Test
    void takesNothingOnceItIsGone() {
        var config = create("\"secret\": \"a-secret-of-its-own\"");

        as(tenant).delete(CONFIGS + "/" + config).then().statusCode(204);

        as(tenant).get(CONFIGS + "/" + config).then().statusCode(404);
        sender.send("/api/webhooks/" + sender.type, "d-1", BODY, signed("a-secret-of-its-own", BODY)).statusCode(401);
    }

    @Test
    void namesEverythingWrong() {
        as(tenant).body("{\"webhook_url\": \"ftp://x\", \"secret\": 5, \"events\": \"push\"}").post(CONFIGS).then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/webhook_url", "/secret", "/events"));
        as(tenant).body("{\"secret\": \"a-secret-of-its-own\"}").post(CONFIGS).then().statusCode(400)
                .body("errors.pointer", contains("/integration_id"));
        as(tenant).body("{\"integration_id\": \"%s\", \"secret\": \"tooshort\"}".formatted(integration)).post(CONFIGS).then()
                .statusCode(400).body("errors.pointer", contains("/secret"));
    }

    /** It proves deliveries and reads nothing at the provider. */
    @Test
    void movesNoIntegrationToAnotherWorkerForAWebhookSecret() {
        // Given
        long before = assignment();

        // When
        as(tenant).body("{\"config\": {\"webhookSecret\": \"another secret of some length\"}}")
                .patch("/api/integrations/" + integration).then().statusCode(200);
        long after = assignment();
        as(tenant).body("{\"config\": {\"token\": \"another\"}}").patch("/api/integrations/" + integration).then()
                .statusCode(200);

        // Then
        assertThat(after).isEqualTo(before);
        assertThat(assignment()).isGreaterThan(before);
    }

    private long assignment() {
        return Long.parseLong(asConnector().get("/api/integrations?type=%s&worker=one".formatted(sender.type))
                .header("X-Assignment-Version"));
    }

    private String create(String fields) {
        return as(tenant).body("{\"integration_id\": \"%s\", %s}".formatted(integration, fields)).post(CONFIGS).then()
                .statusCode(201).extract().path("id");
    }
}
