package io.painchain.connector.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CycleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final RepositoryTask task = new RepositoryTask("acme/api", null);
    private final Cycle cycle = new Cycle(Duration.ofSeconds(60));

    @BeforeEach
    void begin() {
        cycle.tryBegin(NOW);
    }

    @Test
    void isOneAtATimeAndBeginsAStepAfterTheLast() {
        // When
        boolean whileOneIsUnderWay = cycle.tryBegin(NOW.plusSeconds(120));
        cycle.started(NOW, 0);
        cycle.end(NOW.plusSeconds(2));

        // Then
        assertThat(whileOneIsUnderWay).isFalse();
        assertThat(cycle.tryBegin(NOW.plusSeconds(59))).isFalse();
        assertThat(cycle.tryBegin(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void waitsForLooksAndReads() {
        // When
        cycle.started(NOW, 1);
        boolean looking = cycle.waits();
        cycle.looked(List.of(task));
        boolean reading = cycle.waits();
        cycle.read(task);

        // Then
        assertThat(List.of(looking, reading)).containsOnly(true);
        assertThat(cycle.waits()).isFalse();
    }

    @Test
    void overrunsAStepAfterItsBeginningAndNeverBeforeItHasLooked() {
        // Given
        Instant later = NOW.plusSeconds(60);
        cycle.started(NOW, 1);
        boolean looking = cycle.overruns(later);

        // When
        cycle.looked(List.of(task));

        // Then
        assertThat(looking).isFalse();
        assertThat(cycle.overruns(later.minusMillis(1))).isFalse();
        assertThat(cycle.overruns(later)).isTrue();
    }

    @Test
    void comesSoonerWhileSomebodyWaits() {
        // Given
        cycle.started(NOW, 0);
        SyncWatch watch = new SyncWatch();
        watch.begin(List.of("acme/api"));
        cycle.hurry(watch);
        cycle.end(NOW);
        boolean atOnce = cycle.tryBegin(NOW);

        // When
        cycle.started(NOW, 0);
        cycle.end(NOW.plusSeconds(1));

        // Then
        assertThat(atOnce).isTrue();
        assertThat(cycle.tryBegin(NOW.plusSeconds(5))).isFalse();
        assertThat(cycle.tryBegin(NOW.plusSeconds(6))).isTrue();
    }

    @Test
    void endsOnlyOnceAndOnlyWhenItHasStarted() {
        // When
        boolean early = cycle.end(NOW).isPresent();
        cycle.started(NOW, 0);

        // Then
        assertThat(early).isFalse();
        assertThat(cycle.end(NOW)).hasValue(NOW);
        assertThat(cycle.end(NOW)).isEmpty();
    }

    @Test
    void forgetsWhoWaitsNoMore() {
        // Given
        cycle.started(NOW, 0);
        SyncWatch watch = new SyncWatch();
        cycle.hurry(watch);

        // When
        watch.failed("over");
        cycle.end(NOW);

        // Then
        assertThat(cycle.watches().isEmpty()).isTrue();
    }
}
