package io.painchain.backend.webhook.inbox;

import static io.painchain.backend.webhook.WebhookSender.SECRET;
import static io.painchain.backend.webhook.WebhookSender.payload;
import static io.painchain.backend.webhook.WebhookSender.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.Api;
import io.painchain.backend.webhook.StoredBody;
import io.painchain.backend.webhook.StoredDeliveries;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
class InboxTest {

    private static final byte[] BODY = payload("acme/api").getBytes(UTF_8);

    @Inject
    StoredDeliveries stored;

    WebhookSender sender;
    String tenant;
    String integration;

    @BeforeEach
    void aSenderAndAnIntegration() {
        sender = WebhookSender.signing();
        tenant = Api.newTenant();
        integration = sender.integration(tenant, "acme/api");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/webhooks/%s", "/api/webhooks/%s", "/webhooks/%s/", "/webhooks/%s",
            "/api/webhooks/%s/{id}", "/api/v1/webhooks/%s/{id}" })
    void storesWhatIsSignedBeforeItAnswers(String path) {
        sender.send(path.formatted(sender.type).replace("{id}", integration), "d-1", BODY, signed(SECRET, BODY)).statusCode(202)
                .body("status", equalTo("accepted")).body("delivery", equalTo("d-1"));

        assertThat(stored.of(integration)).singleElement().satisfies(row -> {
            assertThat(row.tenantId()).isEqualTo(tenant);
            assertThat(row.state()).isEqualTo("pending");
            assertThat(row.repository()).isEqualTo("acme/api");
            assertThat(row.event()).isEqualTo("push");
            assertThat(StoredBody.unpack(row.body())).isEqualTo(BODY);
            assertThat(row.headers()).contains("\"x-delivery\":\"d-1\"");
        });
    }

    @Test
    void answersAlikeToWhatIsNotProved() {
        var other = signed("another secret", BODY);
        var expected = "This delivery is not signed with a secret that is known here.";

        for (var path : new String[] { "/api/v1/webhooks/" + sender.type,
                "/api/webhooks/%s/%s".formatted(sender.type, integration),
                "/api/webhooks/nobody", "/api/webhooks/%s/%s".formatted(sender.type, "01958f2e-5b3c-7d41-9c3e-2f6b8a1d0c4e"),
                "/api/webhooks/%s/nothing".formatted(sender.type) }) {
            sender.send(path, "d-1", BODY, other).statusCode(401).body("detail", equalTo(expected));
            sender.send(path, "d-1", BODY, Map.of()).statusCode(401).body("detail", equalTo(expected));
        }
        assertThat(stored.of(integration)).isEmpty();
    }

    @Test
    void keepsWhatComesAgainOnce() {
        sender.send("d-1", payload("acme/api")).statusCode(202).body("status", equalTo("accepted"));
        sender.send("d-1", payload("acme/api")).statusCode(202).body("status", equalTo("duplicate"));

        assertThat(stored.of(integration)).hasSize(1);
    }

    @Test
    void keepsOneEventForEachTenantThatAskedForIt() {
        // Given: two hooks of one repository, of which the provider tells under one id
        var other = Api.newTenant();
        var others = sender.integration(other, "acme/api", "\"webhookSecret\": \"the secret of another\"");

        // When
        sender.send("d-1", payload("acme/api")).statusCode(202);
        sender.send("/api/v1/webhooks/" + sender.type, "d-1", BODY, signed("the secret of another", BODY)).statusCode(202)
                .body("status", equalTo("accepted"));

        // Then
        assertThat(stored.of(integration)).extracting(StoredDeliveries.Stored::tenantId, StoredDeliveries.Stored::key)
                .containsExactly(tuple(tenant, "d-1"));
        assertThat(stored.of(others)).extracting(StoredDeliveries.Stored::tenantId, StoredDeliveries.Stored::key)
                .containsExactly(tuple(other, "d-1"));
    }

    @Test
    void takesBothSecretsWhileTheyAreChanged() {
        var rotating = sender.integration(tenant, "acme/web",
                "\"webhookSecret\": \"the newer secret\", \"webhookSecretPrevious\": \"the older secret\"");
        var path = "/api/webhooks/%s/%s".formatted(sender.type, rotating);

        sender.send(path, "d-1", BODY, signed("the newer secret", BODY)).statusCode(202);
        sender.send(path, "d-2", BODY, signed("the older secret", BODY)).statusCode(202);

        assertThat(stored.of(rotating)).hasSize(2);
    }

    @Test
    void takesANewSecretAtOnce() {
        sender.send("d-1", payload("acme/api")).statusCode(202);
        Api.as(tenant).body("{\"config\": {\"webhookSecret\": \"a secret of today\"}}")
                .patch("/api/integrations/" + integration)
                .then().statusCode(200);

        var path = "/api/webhooks/%s/%s".formatted(sender.type, integration);
        await().untilAsserted(
                () -> sender.send(path, "d-2", BODY, signed("a secret of today", BODY)).statusCode(202));
    }

    @Test
    void findsTheIntegrationByItsRepositoryAndInstallation() {
        // Given: an App, whose one secret all of its installations have
        var one = sender.integration(tenant, "acme/one",
                "\"webhookSecret\": \"%s\", \"appId\": \"5\", \"installationId\": \"51\""
                        .formatted(SECRET));
        var two = sender.integration(Api.newTenant(), "acme/two",
                "\"webhookSecret\": \"%s\", \"appId\": \"5\", \"installationId\": \"52\"".formatted(SECRET));

        // When
        var body = "{\"installation\": {\"id\": 52}, \"repository\": {\"full_name\": \"acme/two\"}}".getBytes(UTF_8);
        var headers = new HashMap<>(signed(SECRET, body));
        headers.put("X-App", "5");
        headers.put("X-Hook-ID", "900");
        sender.send("/api/webhooks/" + sender.type, "d-2", body, headers).statusCode(202);
        var first = "{\"installation\": {\"id\": 51}, \"repository\": {\"full_name\": \"acme/one\"}}".getBytes(UTF_8);
        headers.putAll(signed(SECRET, first));
        sender.send("/api/webhooks/" + sender.type, "d-1", first, headers).statusCode(202);

        // Then
        assertThat(stored.of(two)).extracting(StoredDeliveries.Stored::key).containsExactly("d-2");
        assertThat(stored.of(one)).extracting(StoredDeliveries.Stored::key).containsExactly("d-1");
        assertThat(stored.of(integration)).isEmpty();
    }

    @Test
    void checksTheSignatureOverTheRawForm() {
        var form = ("payload=" + URLEncoder.encode(payload("acme/api"), UTF_8)).getBytes(UTF_8);
        var headers = new HashMap<>(signed(SECRET, form));
        headers.put("Content-Type", "application/x-www-form-urlencoded");

        sender.send("/api/webhooks/" + sender.type, "d-1", form, headers).statusCode(202);

        assertThat(stored.of(integration)).singleElement().satisfies(row -> {
            assertThat(StoredBody.unpack(row.body())).isEqualTo(form);
            assertThat(row.repository()).isEqualTo("acme/api");
        });
        assertThat(sender.lease().getString("[0].input.deliveries[0].body")).isEqualTo(payload("acme/api"));
    }

    @Test
    void takesWhatProvesItselfByAnAuthorizationOfItsOwn() {
        var bearing = WebhookSender.proving("{\"scheme\": \"bearer\"}");
        var own = bearing.integration(tenant, "acme/api");

        bearing.send("/api/webhooks/" + bearing.type, "d-1", BODY, Map.of("Authorization", "Bearer " + SECRET)).statusCode(202);
        bearing.send("/api/webhooks/" + bearing.type, "d-2", BODY, Map.of("Authorization", "Bearer wrong")).statusCode(401);

        assertThat(stored.of(own)).singleElement()
                .satisfies(row -> assertThat(row.headers()).doesNotContain("authorization", SECRET));
    }

    @Test
    void takes25MebibytesHereAndNowhereElse() {
        var path = "/api/webhooks/%s/%s".formatted(sender.type, integration);
        var large = new byte[25 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        System.arraycopy(BODY, 0, large, 0, BODY.length);

        sender.send(path, "d-1", large, signed(SECRET, large)).statusCode(202);
        var larger = Arrays.copyOf(large, large.length + 1);
        sender.send(path, "d-2", larger, signed(SECRET, larger)).statusCode(413);
        Api.as(tenant).body(Arrays.copyOf(large, 9 * 1024 * 1024)).post("/api/events/batch").then().statusCode(413);

        assertThat(StoredBody.unpack(stored.of(integration).get(0).body())).hasSize(large.length);
        assertThat(sender.lease().getString("[0].input.deliveries[0].body")).hasSize(large.length);
    }

    @Test
    void forgetsWhatIsOfADeletedIntegration() {
        sender.send("d-1", payload("acme/api")).statusCode(202);

        Api.as(tenant).delete("/api/integrations/" + integration).then().statusCode(204);

        assertThat(stored.of(integration)).isEmpty();
        sender.send("d-2", payload("acme/api")).statusCode(401);
    }

    @Test
    void countsWhatComesAndWhatIsRefused() {
        sender.send("d-1", payload("acme/api")).statusCode(202);
        sender.send("/api/webhooks/" + sender.type, "d-2", BODY, Map.of()).statusCode(401);

        assertThat(RestAssured.get("/q/metrics").asString().lines()).contains(
                "webhook_events_received_total{outcome=\"accepted\",type=\"%s\"} 1.0".formatted(sender.type),
                "webhook_events_refused_total{type=\"%s\"} 1.0".formatted(sender.type));
    }
}
