package io.painchain.backend.subscription.drain;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.painchain.backend.Api;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.subscription.EndpointSeal;
import io.painchain.backend.subscription.drain.Receiver.Got;
import io.painchain.backend.subscription.outbox.OutboxRepository;
import io.painchain.backend.timeline.fanout.FanOutRuns;
import io.restassured.path.json.JsonPath;

/** Events that leave, to a real server, in a time that the test moves. */
abstract class SubscriptionRig {

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

    final String tenant = Api.newTenant();
    final Receiver receiver = new Receiver();
    final ExecutorService executor = Executors.newFixedThreadPool(2);
    final Time time = new Time();
    Drain drain;

    static final class Time extends Clock {

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

    final JsonPath subscribe(String fields) {
        return Api.as(tenant).body("{\"name\": \"Ours\", " + fields + "}").post("/api/subscriptions").then().statusCode(201)
                .extract().jsonPath();
    }

    final String webhook(String url, String more) {
        return subscribe("\"target\": \"webhook\", \"url\": \"%s\"%s".formatted(url, more)).getString("id");
    }

    final void post(String title, String id, String more) {
        Api.as(tenant).body("""
                {"title": "%s", "connector": "shell", "project": "acme/api", "type": "release", "externalId": "%s",
                 "timestamp": "2026-11-01T10:00:00Z"%s}""".formatted(title, id, more)).post("/api/events");
    }

    /** Transactions of others may hold the changes back for a moment. */
    final void fanOut(String subscription, int messages) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            fanOut.run(tenant, subscription);
            Api.as(tenant).get("/api/subscriptions/" + subscription + "/messages?limit=500").then()
                    .body("", hasSize(messages));
        });
    }

    final void send() {
        drain.tick();
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10)).until(drain::isIdle);
    }

    final JsonPath messages(String subscription) {
        return Api.as(tenant).get("/api/subscriptions/" + subscription + "/messages?limit=500").jsonPath();
    }

    final JsonPath subscription(String id) {
        return Api.as(tenant).get("/api/subscriptions/" + id).jsonPath();
    }

    static List<String> ids(List<Got> requests) {
        return requests.stream().map(got -> got.headers().get("webhook-id")).toList();
    }
}
