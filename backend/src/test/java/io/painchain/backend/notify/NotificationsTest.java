package io.painchain.backend.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class NotificationsTest {

    private static final String MISSED = "perhaps missed something";

    @Inject
    Notifications notifications;
    @Inject
    NotificationSender sender;

    @Test
    void tellsWhatIsSentToThoseWhoListenToItsChannel() {
        // Given
        var here = listenTo("test_here");
        var also = listenTo("test_here");
        var there = listenTo("test_there");
        // When
        sender.send("test_here", "one");
        sender.send("test_there", "ünïcode \"quoted\" 'text'");
        // Then
        await().untilAsserted(() -> {
            assertThat(here).containsExactly(MISSED, "one");
            assertThat(also).containsExactly(MISSED, "one");
            assertThat(there).containsExactly(MISSED, "ünïcode \"quoted\" 'text'");
        });
    }

    @Test
    void tellsOnlyWhatWasCommittedAndOnlyThen() {
        var heard = listenTo("test_commits");
        // When
        QuarkusTransaction.begin();
        sender.send("test_commits", "rolled back");
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew().run(() -> {
            sender.send("test_commits", "inner");
            QuarkusTransaction.requiringNew().run(() -> sender.send("test_commits", "own transaction"));
            await().untilAsserted(() -> assertThat(heard).containsExactly(MISSED, "own transaction"));
        });
        // Then
        await().untilAsserted(() -> assertThat(heard).containsExactly(MISSED, "own transaction", "inner"));
    }

    @Test
    void tellsOnceWhatIsSentOftenInAShortTime() {
        var heard = listenTo("test_often");
        // When
        long start = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            sender.send("test_often", "again");
        }
        sender.send("test_often", "last");
        // Then
        await().untilAsserted(() -> assertThat(heard).contains("last"));
        long pauses = (System.nanoTime() - start) / 100_000_000;
        assertThat(heard.stream().filter("again"::equals).count()).isBetween(1L, pauses + 2);
    }

    @Test
    void goesOnAfterAListenerFails() {
        notifications.listen("test_failure", payload -> {
            throw new IllegalStateException("a listener's own failure, as this test wants it");
        });
        var heard = listenTo("test_failure");
        // When
        sender.send("test_failure", "one");
        // Then
        await().untilAsserted(() -> assertThat(heard).containsExactly(MISSED, "one"));
    }

    @Test
    void refusesWhatIsNoNameOfAChannel() {
        for (var channel : List.of("", "two words", "UPPER", "a;b", "x".repeat(64))) {
            assertThatIllegalArgumentException().isThrownBy(() -> notifications.listen(channel, payload -> {
            }));
        }
    }

    private Queue<String> listenTo(String channel) {
        var heard = new ConcurrentLinkedQueue<String>();
        notifications.listen(channel, payload -> heard.add(payload == null ? MISSED : payload));
        await().until(() -> !heard.isEmpty());
        return heard;
    }
}
