package io.painchain.connector.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.painchain.connector.rig.SettableClock;

class WholeReadsTest {

    private static final int EVERY = 60;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final WholeReads reads = new WholeReads(EVERY, clock, 42);
    private final Instant readAt = clock.instant();

    private static int firstDue(WholeReads reads, Instant readAt) {
        return IntStream.rangeClosed(1, 10_000).filter(poll -> reads.isDue("/pulls", readAt)).findFirst().orElseThrow();
    }

    @Test
    void readsWholeWhatWasNeverRead() {
        assertThat(reads.isDue("/pulls", null)).isTrue();
    }

    @Test
    void readsEverySixtiethPollWhole() {
        // Given
        firstDue(reads, readAt);
        clock.tick(Duration.ofSeconds(1));

        // When
        int polls = firstDue(reads, clock.instant());

        // Then
        assertThat(polls).isEqualTo(EVERY);
    }

    @Test
    void staysDueUntilTheListWasRead() {
        firstDue(reads, readAt);

        assertThat(reads.isDue("/pulls", readAt)).isTrue();
        assertThat(reads.isDue("/pulls", readAt.plusSeconds(1))).isFalse();
    }

    @Test
    void beginsAnywhereSoThatNotAllListsAreReadAtOnce() {
        Map<Integer, Long> firsts = IntStream.range(0, 1_000)
                .mapToObj(repository -> firstDue(new WholeReads(EVERY, clock, repository), readAt))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(firsts.keySet()).allMatch(poll -> poll >= 1 && poll <= EVERY).hasSizeGreaterThan(50);
        assertThat(firsts.values()).allMatch(lists -> lists < 60);
    }

    @Test
    void isNotPutOffByRestarts() {
        int restarts = 0;
        boolean due = false;
        for (; !due && restarts < 1_000; restarts++) {
            clock.tick(Duration.ofMinutes(5));
            WholeReads begun = new WholeReads(EVERY, clock, 42);
            due = IntStream.range(0, 5).anyMatch(poll -> begun.isDue("/pulls", readAt));
        }

        assertThat(restarts).isLessThan(10 * EVERY / 5);
    }

    @Test
    void spreadsOverADayWhatWasReadWholeLongBeforeTheStart() {
        // Given
        WholeReads rarely = new WholeReads(1_000_000, clock, 42);
        Instant longAgo = readAt.minus(Duration.ofDays(30));

        // When
        long atOnce = IntStream.range(0, 1_000).filter(list -> rarely.isDue("/list-" + list, longAgo)).count();
        clock.tick(Duration.ofHours(12));
        long halfADayLater = IntStream.range(0, 1_000).filter(list -> rarely.isDue("/list-" + list, longAgo)).count();
        clock.tick(Duration.ofHours(12).plusSeconds(1));
        long aDayLater = IntStream.range(0, 1_000).filter(list -> rarely.isDue("/list-" + list, longAgo)).count();

        // Then
        assertThat(atOnce).isLessThan(10);
        assertThat(halfADayLater).isBetween(400L, 600L);
        assertThat(aDayLater).isEqualTo(1_000);
    }
}
