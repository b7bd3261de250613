package io.painchain.backend.subscription.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class RetryDelaysTest {

    @Test
    void triesForAbout75Hours() {
        // Given
        var delays = new RetryDelays(() -> 0.5);

        // When
        var sum = Duration.ZERO;
        int attempt = 1;
        for (var delay = delays.after(attempt); delay.isPresent(); delay = delays.after(attempt)) {
            sum = sum.plus(delay.get());
            attempt++;
        }

        // Then
        assertThat(attempt).isEqualTo(10);
        assertThat(sum).isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
    }

    @Test
    void spreadsByATenth() {
        assertThat(new RetryDelays(() -> 0).after(2)).contains(Duration.ofSeconds(270));
        assertThat(new RetryDelays(() -> 1).after(2)).contains(Duration.ofSeconds(330));
        assertThat(new RetryDelays(() -> 0.5).rest(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(new RetryDelays(() -> 0.5).rest(30)).isEqualTo(Duration.ofMinutes(5));
    }
}
