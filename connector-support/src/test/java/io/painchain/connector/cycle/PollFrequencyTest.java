package io.painchain.connector.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollFrequencyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({ "300,5,300", "300,20,600", "300,90,1200", "60,5,60", "10,90,40" })
    void readsAQuietRepositorySeldom(int configured, int minutesIdle, int expected) {
        assertThat(PollFrequency.unseen(Duration.ofSeconds(configured), Duration.ofMinutes(minutesIdle)))
                .isEqualTo(Duration.ofSeconds(expected));
    }

    @ParameterizedTest
    @CsvSource({ "9,true", "10,false" })
    void countsARepositoryAsLivelyForTenMinutes(int minutes, boolean lively) {
        assertThat(PollFrequency.active(NOW.minus(Duration.ofMinutes(minutes)), NOW)).isEqualTo(lively);
        assertThat(PollFrequency.active(null, NOW)).isFalse();
    }
}
