package io.painchain.backend.subscription.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.Api;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.subscription.EndpointSeal;
import io.painchain.backend.subscription.drain.Receiver.Got;
import io.painchain.backend.subscription.drain.Receiver.Reply;
import io.painchain.backend.subscription.outbox.OutboxRepository;
import io.painchain.backend.timeline.fanout.FanOutRuns;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Events that leave, to a real server, in a time that the test moves. */
@QuarkusTest
class SubscriptionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    FanOutRuns fanOut;
    @Inject
    OutboxRepository outbox;
    @Inject
    EndpointSeal seal;
    @Inject
    RepeatedTransaction transaction;
    @Inject
    OutgoingClient client;
    @Inject
    Event<SubscriptionDisabled> disabled;

    private final String tenant = Api.newTenant();
    private final Receiver receiver = new Receiver();
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final Time time = new Time();
    private Drain drain;

    private static final class Time extends Clock {

        private volatile Instant now = Instant.now().plusSeconds(60);

        void tick(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() {
        drain = new Drain(new AttemptBook(outbox, seal, transaction, disabled, time), client, executor);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
        receiver.close();
    }

    private JsonPath subscribe(String fields) {
        return Api.as(tenant).body("{\"name\": \"Ours\", " + fields + "}").post("/api/subscriptions").then().statusCode(201)
                .extract().jsonPath();
    }

    private String webhook(String url, String more) {
        return subscribe("\"target\": \"webhook\", \"url\": \"%s\"%s".formatted(url, more)).getString("id");
    }

    private void post(String title, String id, String more) {
        Api.as(tenant).body("""
                {"title": "%s", "connector": "shell", "project": "acme/api", "type": "release", "externalId": "%s",
                 "timestamp": "2026-11-01T10:00:00Z"%s}""".formatted(title, id, more)).post("/api/events");
    }

    /** Transactions of others may hold the changes back for a moment. */
    private void fanOut(String subscription, int messages) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            fanOut.run(tenant, subscription);
            Api.as(tenant).get("/api/subscriptions/" + subscription + "/messages?limit=500").then()
                    .body("", hasSize(messages));
        });
    }

    private void send() {
        drain.tick();
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10)).until(drain::isIdle);
    }

    private JsonPath messages(String subscription) {
        return Api.as(tenant).get("/api/subscriptions/" + subscription + "/messages?limit=500").jsonPath();
    }

    private JsonPath subscription(String id) {
        return Api.as(tenant).get("/api/subscriptions/" + id).jsonPath();
    }

    private static List<String> ids(List<Got> requests) {
        return requests.stream().map(got -> got.headers().get("webhook-id")).toList();
    }

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

    /** What a receiver was not there for comes once, in no order. */
    @Test
    void catchesUpWithAReceiverThatWasAwayForADay() {
        // Given
        receiver.answers(503);
        var id = webhook(receiver.url(), "");
        for (int i = 0; i < 40; i++) {
            post("Release " + i, "r-" + i, "");
        }
        fanOut(id, 40);
        for (int minutes = 0; minutes < 24 * 60; minutes += 20) {
            send();
            time.tick(Duration.ofMinutes(20));
        }
        int tried = receiver.requests().size();
        assertThat(subscription(id).getInt("failedAttempts")).isGreaterThan(10);
        receiver.requests().clear();

        // When
        receiver.answers(200);
        send();
        time.tick(Duration.ofMinutes(6));
        send();

        // Then
        assertThat(tried).isLessThan(80);
        assertThat(ids(receiver.requests())).hasSize(40).doesNotHaveDuplicates();
        assertThat(messages(id).getList("state", String.class)).containsOnly("sent");
        assertThat(subscription(id).getInt("failedAttempts")).isZero();
    }

    @Test
    void keepsNobodyWaitingForADeadEndpoint() {
        // Given
        var dead = new ArrayList<String>();
        try (var silent = new Receiver()) {
            silent.answersNever();
            for (int i = 0; i < 5; i++) {
                dead.add(webhook(silent.url(), ", \"filter\": \"type=release\""));
            }
            var alive = webhook(receiver.url(), "");
            post("Release", "r-1", "");
            dead.forEach(one -> fanOut(one, 1));
            fanOut(alive, 1);

            // When
            drain.tick();

            // Then
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(receiver.requests()).hasSize(1));
            assertThat(drain.isIdle()).isFalse();
        }
    }

    @Test
    void givesUpAMessageAfterTenAttemptsOver75Hours() {
        // Given a receiver that refuses one message only
        receiver.answers(got -> Reply.of(got.body().contains("Odd") ? 422 : 200));
        var id = webhook(receiver.url(), "");
        post("Odd", "r-0", "");
        fanOut(id, 1);

        // When
        for (int hour = 0; hour < 90; hour++) {
            if (hour % 10 == 0) {
                post("Even " + hour, "even-" + hour, "");
                fanOut(id, hour / 10 + 2);
            }
            send();
            time.tick(Duration.ofMinutes(1));
            send();
            time.tick(Duration.ofMinutes(59));
        }

        // Then
        var odd = messages(id).getList("findAll { it.title == 'Odd' }.id", String.class).get(0);
        Api.as(tenant).get("/api/subscriptions/" + id + "/messages/" + odd).then().body("state", equalTo("failed"))
                .body("attempt", equalTo(10)).body("attempts", hasSize(10)).body("attempts[0].status", equalTo(422))
                .body("attempts[0].error", equalTo("It answers 422"));
        assertThat(messages(id).getList("findAll { it.state == 'sent' }")).hasSize(9);
        receiver.answers(200);
        Api.as(tenant).post("/api/subscriptions/" + id + "/messages/" + odd + "/replay").then().statusCode(202)
                .body("state", equalTo("waiting"));
        send();
        assertThat(messages(id).getList("state", String.class)).containsOnly("sent");
    }

    @Test
    void disablesAnEndpointAfterThreeDaysAndTellsIt() {
        // Given
        receiver.answers(500);
        var id = webhook(receiver.url(), "");
        for (int i = 0; i < 5; i++) {
            post("Release " + i, "r-" + i, "");
        }
        fanOut(id, 5);

        // When
        for (int hour = 0; hour < 100 && subscription(id).getBoolean("active"); hour++) {
            send();
            time.tick(Duration.ofHours(1));
        }

        // Then
        assertThat(subscription(id).getString("state")).isEqualTo("disabled");
        assertThat(subscription(id).getString("reason")).startsWith("Nothing arrived there for 3 days")
                .contains("It answers 500");
        Api.as(tenant).get("/api/events?type=subscription").then().body("title", contains("[Subscription] Ours is disabled"))
                .body("[0].status", equalTo("disabled"));

        // When it is there again
        receiver.answers(200);
        receiver.requests().clear();
        Api.as(tenant).body("{\"active\": true}").patch("/api/subscriptions/" + id).then().statusCode(200)
                .body("state", equalTo("active")).body("failedAttempts", equalTo(0));
        time.tick(Duration.ofDays(2));
        post("Later", "r-later", "");
        fanOut(id, 7);
        send();
        assertThat(new HashSet<>(ids(receiver.requests()))).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void stopsAtOnceWhereTheReceiverIsGone() {
        // Given
        receiver.answers(410);
        var id = webhook(receiver.url(), "");
        post("Release", "r-1", "");
        fanOut(id, 1);

        // When
        send();

        // Then
        assertThat(subscription(id).getString("reason")).contains("410");
        assertThat(subscription(id).getBoolean("active")).isFalse();
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        // Given
        receiver.answers(got -> new Reply(429, "", Map.of("Retry-After", "600")));
        var id = webhook(receiver.url(), "");
        post("Release", "r-1", "");
        fanOut(id, 1);
        send();

        // When
        time.tick(Duration.ofMinutes(9));
        send();
        int early = receiver.requests().size();
        time.tick(Duration.ofMinutes(2));
        receiver.answers(200);
        send();

        // Then
        assertThat(early).isEqualTo(1);
        assertThat(receiver.requests()).hasSize(2);
        assertThat(ids(receiver.requests())).containsOnly(ids(receiver.requests()).get(0));
    }

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

    @Test
    void namesEverythingWrong() {
        var wrong = "{\"name\": \"x\", \"target\": \"webhook\", \"url\": \"http://user:pw@x\", \"secret\": \"whsec_c2hvcnQ=\", "
                + "\"filter\": \"tpye=release\"}";
        Api.as(tenant).body(wrong).post("/api/subscriptions").then().statusCode(400)
                .body("errors.pointer", contains("/filter", "/url", "/secret"))
                .body("errors[0].detail", containsString("tpye is no filter"));
        Api.as(tenant).body(
                "{\"name\": \"x\", \"target\": \"webhook\", \"url\": \"https://x.test\", \"filter\": \"from=2026-01-01\"}")
                .post("/api/subscriptions").then().statusCode(400).body("errors.pointer", contains("/filter"));
    }

    @Test
    void staysWithinTheTenant() {
        // Given
        var id = webhook(receiver.url(), "");
        var other = Api.newTenant();

        // Then
        Api.as(other).get("/api/subscriptions").then().body("", hasSize(0));
        Api.as(other).get("/api/subscriptions/" + id).then().statusCode(404);
        Api.as(other).get("/api/subscriptions/" + id + "/messages").then().statusCode(404);
        Api.as(other).body("{}").post("/api/subscriptions/" + id + "/messages/replay").then().statusCode(404);
        Api.as(other).delete("/api/subscriptions/" + id).then().statusCode(404);
        Api.as(other).body(
                "{\"title\": \"Theirs\", \"connector\": \"shell\", \"project\": \"p\", \"timestamp\": \"2026-11-01T10:00:00Z\"}")
                .post("/api/events").then().statusCode(201);
        post("Ours", "r-1", "");
        fanOut(id, 1);
        Api.as(tenant).delete("/api/subscriptions/" + id).then().statusCode(204);
    }
}
