package io.painchain.backend.subscription.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.subscription.drain.Receiver.Got;
import io.painchain.backend.subscription.drain.Receiver.Reply;
import io.quarkus.test.junit.QuarkusTest;

/** Chats and annotations, which are no webhooks of ours. */
@QuarkusTest
class TargetsTest extends SubscriptionRig {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void sendsSeveralEventsInOneMessageOfAChat() throws Exception {
        // Given
        var created = subscribe("\"target\": \"slack\", \"url\": \"%s/services/T0/B0/token\"".formatted(receiver.url()));
        assertThat(created.getString("url")).endsWith("/…").doesNotContain("token");
        post("A <b> & c", "r-1", ", \"url\": \"https://example.com/1\"");
        post("Second", "r-2", "");
        fanOut(created.getString("id"), 2);

        // When
        send();

        // Then
        assertThat(receiver.requests()).hasSize(1);
        JsonNode body = JSON.readTree(receiver.requests().get(0).body());
        assertThat(receiver.requests().get(0).path()).isEqualTo("/services/T0/B0/token");
        assertThat(body.path("text").asText()).startsWith("2 changes: ");
        assertThat(body.path("blocks")).hasSize(2);
        assertThat(body.at("/blocks/0/text/text").asText())
                .startsWith("<https://example.com/1|A &lt;b&gt; &amp; c>\nacme/api");
    }

    @Test
    void keepsOneAnnotationForAnEvent() throws Exception {
        // Given
        receiver.answers(got -> new Reply(200, "{\"id\": 77, \"message\": \"Annotation added\"}",
                new HashMap<>(Map.of("Content-Type", "application/json"))));
        var id = subscribe("\"target\": \"grafana\", \"url\": \"%s/\", \"secret\": \"glsa_some-token-of-ours\""
                .formatted(receiver.url())).getString("id");
        post("Release", "r-1", ", \"asOf\": \"2026-11-01T10:00:01Z\"");
        fanOut(id, 1);
        send();

        // When
        post("Release", "r-1", ", \"asOf\": \"2026-11-01T10:05:00Z\", \"endTimestamp\": \"2026-11-01T10:04:00Z\"");
        fanOut(id, 2);
        send();

        // Then
        assertThat(receiver.requests()).extracting(Got::method).containsExactly("POST", "PATCH");
        assertThat(receiver.requests()).extracting(Got::path).containsExactly("/api/annotations", "/api/annotations/77");
        assertThat(receiver.requests().get(0).headers()).containsEntry("Authorization", "Bearer glsa_some-token-of-ours");
        JsonNode last = JSON.readTree(receiver.requests().get(1).body());
        assertThat(last.path("time").asLong()).isEqualTo(Instant.parse("2026-11-01T10:00:00Z").toEpochMilli());
        assertThat(last.path("timeEnd").asLong() - last.path("time").asLong()).isEqualTo(240_000);
        assertThat(last.path("tags").toString()).isEqualTo("[\"painchain\",\"shell\",\"release\",\"acme/api\"]");
    }
}
