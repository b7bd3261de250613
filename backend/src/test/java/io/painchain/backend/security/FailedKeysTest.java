package io.painchain.backend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class FailedKeysTest {

    private final MovingClock clock = new MovingClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final FailedKeys failures = new FailedKeys(metrics, clock, 10);

    @Test
    void slowsAnAddressDownEverMore() {
        // Given
        for (int i = 0; i < 10; i++) {
            assertThat(failures.failed("192.0.2.1", FailedKeys.UNKNOWN)).isZero();
        }

        // When
        var first = failures.failed("192.0.2.1", FailedKeys.UNKNOWN);
        clock.now = clock.now.plus(first);
        failures.failed("192.0.2.1", FailedKeys.UNKNOWN);
        var second = failures.failed("192.0.2.1", FailedKeys.UNKNOWN);

        // Then
        assertThat(first).isEqualTo(Duration.ofSeconds(1));
        assertThat(second).isEqualTo(Duration.ofSeconds(2));
        assertThat(failures.failed("192.0.2.2", FailedKeys.UNKNOWN)).isZero();
        assertThat(metrics.counter("painchain.keys.refused", "reason", "unknown").count()).isEqualTo(14);
    }

    @Test
    void neverWaitsLongerThanFiveMinutesAndForgets() {
        // Given
        for (int i = 0; i < 40; i++) {
            failures.failed("192.0.2.1", FailedKeys.UNKNOWN);
            clock.now = clock.now.plus(failures.failed("192.0.2.1", FailedKeys.UNKNOWN));
        }
        failures.failed("192.0.2.1", FailedKeys.UNKNOWN);

        // When
        var longest = failures.failed("192.0.2.1", FailedKeys.UNKNOWN);
        clock.now = clock.now.plus(Duration.ofMinutes(16));
        failures.logAndForget();

        // Then
        assertThat(longest).isEqualTo(Duration.ofMinutes(5));
        assertThat(failures.failed("192.0.2.1", FailedKeys.UNKNOWN)).isZero();
        assertThat(failures.failed("192.0.2.1", FailedKeys.UNKNOWN)).isZero();
    }

    @Test
    void doesNotTakeAnExpiredKeyForAGuess() {
        for (int i = 0; i < 100; i++) {
            assertThat(failures.failed("192.0.2.1", "expired")).isZero();
        }
    }

    @Test
    void countsAnIpv6NetworkAsOneAddress() {
        assertThat(FailedKeys.network("2001:db8:1:2:3:4:5:6")).isEqualTo(FailedKeys.network("2001:db8:1:2::1"))
                .isNotEqualTo(FailedKeys.network("2001:db8:1:3::1"));
        assertThat(FailedKeys.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-28T12:00:00Z");

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
}
