package io.painchain.backend.subscription.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.subscription.drain.Receiver.Reply;
import io.quarkus.test.junit.QuarkusTest;

/** Receivers that are away, refuse, or are gone. */
@QuarkusTest
class FailingReceiversTest extends SubscriptionRig {

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
    void sendsNothingOfASuspendedTenantUntilItIsBack() {
        // Given
        var id = webhook(receiver.url(), "");
        post("Release", "r-1", "");
        fanOut(id, 1);
        Keys.execute("insert into tenant (tenant_id, created_at, suspended_at) values (?, now(), now())", tenant);

        // When
        send();

        // Then
        assertThat(receiver.requests()).isEmpty();
        Keys.execute("update tenant set suspended_at = null where tenant_id = ?", tenant);
        send();
        assertThat(receiver.requests()).hasSize(1);
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
}
