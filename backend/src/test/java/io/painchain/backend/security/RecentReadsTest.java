package io.painchain.backend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class RecentReadsTest {

    private Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private final RecentReads<String, Integer> reads = new RecentReads<>(source().withZone(ZoneOffset.UTC));

    private InstantSource source() {
        return () -> now;
    }

    @Test
    void believesWhatWasReadForHalfAMinute() {
        // Given
        reads.keep("a", 1, reads.begin());

        // When
        now = now.plus(Duration.ofSeconds(30));
        var then = reads.get("a");
        now = now.plus(Duration.ofSeconds(1));

        // Then
        assertThat(then).contains(1);
        assertThat(reads.get("a")).isEmpty();
        assertThat(reads.values()).isEmpty();
    }

    @Test
    void doesNotKeepWhatWasReadWhileSomethingEnded() {
        // Given
        var begin = reads.begin();

        // When
        reads.end(value -> value == 1);
        reads.keep("a", 1, begin);

        // Then
        assertThat(reads.get("a")).isEmpty();
    }

    @Test
    void endsOnlyWhatIsMeant() {
        // Given
        reads.keep("a", 1, reads.begin());
        reads.keep("b", 2, reads.begin());

        // When
        reads.end(value -> value == 1);

        // Then
        assertThat(reads.values()).containsExactly(2);
    }
}
