package io.painchain.backend.postgres;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.painchain.backend.notify.NotificationSender;
import io.painchain.backend.notify.Notifications;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class NotificationsAwayTest {

    private static final String MISSED = "perhaps missed something";

    @Inject
    Notifications notifications;
    @Inject
    NotificationSender sender;

    @Test
    void hearsAgainWhenTheDatabaseIsBackAndSaysThatSomethingMayBeMissing() {
        // Given
        var heard = new ConcurrentLinkedQueue<String>();
        notifications.listen("test_away", payload -> heard.add(payload == null ? MISSED : payload));
        await().until(() -> heard.contains(MISSED));
        heard.clear();
        try {
            // When
            DatabaseLine.set(DatabaseLine.State.CUT);
            sender.send("test_away", "into the dark");
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            DatabaseLine.set(DatabaseLine.State.WHOLE);
        }
        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> heard.contains(MISSED));
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions()
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        sender.send("test_away", "after");
        await().until(() -> heard.contains("after"));
    }
}
