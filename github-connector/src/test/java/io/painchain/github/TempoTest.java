package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempoTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({ "300,5,true,60", "300,15,true,300", "300,90,true,600", "300,400,true,1200", "300,400,false,300",
            "60,5,true,60", "10,5,true,10" })
    void readsALivelyRepositoryOftenAndAQuietOneSeldom(int configured, int minutesIdle, boolean mayRest, int expected) {
        assertThat(Tempo.of(Duration.ofSeconds(configured), NOW.minus(Duration.ofMinutes(minutesIdle)), NOW, NOW, mayRest))
                .isEqualTo(Duration.ofSeconds(expected));
    }
}
