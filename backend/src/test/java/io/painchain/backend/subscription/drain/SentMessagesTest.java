package io.painchain.backend.subscription.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.util.Base64;
import java.util.HashSet;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.Api;
import io.painchain.backend.subscription.drain.Receiver.Got;
import io.quarkus.test.junit.QuarkusTest;

/** Messages as they arrive: what, how often, and under which signatures. */
@QuarkusTest
class SentMessagesTest extends SubscriptionRig {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void sendsWhatItsFilterWantsSignedAsACloudEvent() throws Exception {
        // Given
        var created = subscribe("\"target\": \"webhook\", \"url\": \"%s/hook\", \"filter\": \"tag=critical&type=release\""
                .formatted(receiver.url()));
        var id = created.getString("id");
        post("Other", "r-1", "");
        post("Ours", "r-2", ", \"tags\": [\"critical\"]");

        // When
        fanOut(id, 1);
        send();

        // Then
        assertThat(receiver.requests()).hasSize(1);
        var got = receiver.requests().get(0);
        assertThat(got.headers().get("Content-Type")).startsWith("application/cloudevents+json");
        JsonNode body = JSON.readTree(got.body());
        assertThat(body.path("type").asText()).isEqualTo("io.painchain.event.created");
        assertThat(body.path("source").asText()).isEqualTo("/shell/acme/api");
        assertThat(body.path("data").path("title").asText()).isEqualTo("Ours");
        assertThat(got.headers().get("webhook-id")).isEqualTo(body.path("id").asText()).doesNotContain(".");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(created.getString("secret").substring("whsec_".length())),
                "HmacSHA256"));
        var signed = got.headers().get("webhook-id") + "." + got.headers().get("webhook-timestamp") + "." + got.body();
        assertThat(got.headers().get("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes("UTF-8"))));
        assertThat(messages(id).getList("state")).containsExactly("sent");
        assertThat(subscription(id).getString("secret")).isNotEqualTo(created.getString("secret"));
    }

    @Test
    void sendsEachNewStateOnceAndNotWhatWasBefore() {
        // Given
        post("Before", "r-0", "");
        var id = webhook(receiver.url(), "");
        post("Release", "r-1", ", \"asOf\": \"2026-11-01T10:00:01Z\", \"status\": \"draft\"");
        fanOut(id, 1);
        send();

        // When
        post("Release", "r-1", ", \"asOf\": \"2026-11-01T10:00:02Z\", \"status\": \"published\"");
        post("Release", "r-1", ", \"asOf\": \"2026-11-01T10:00:02Z\", \"status\": \"published\"");
        fanOut(id, 2);
        fanOut.run(tenant, id);
        send();

        // Then
        assertThat(receiver.requests()).extracting(Got::body).hasSize(2).last().asString()
                .contains("io.painchain.event.updated").contains("published");
        assertThat(new HashSet<>(ids(receiver.requests()))).hasSize(2);
    }

    @Test
    void signsWithBothSecretsWhileTheyAreChanged() {
        // Given
        var id = webhook(receiver.url(), "");
        Api.as(tenant).body("{\"secret\": null}").patch("/api/subscriptions/" + id).then().statusCode(200)
                .body("secret", startsWith("whsec_"));
        post("Release", "r-1", "");

        // When
        fanOut(id, 1);
        send();

        // Then
        assertThat(receiver.requests().get(0).headers().get("webhook-signature")).matches("v1,\\S{44} v1,\\S{44}");
    }
}
