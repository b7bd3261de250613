package io.painchain.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
            "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
            "2026-01-31T12:00:00.123456789Z, 2026-01-31T12:00:00.123456Z",
            "2026-01-31T12:00+05:30, 2026-01-31T06:30:00Z",
            "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z" })
    void readsInstantsWithAZone(String text, Instant instant) {
        assertThat(Timestamps.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "yesterday", "2026-01-31", "2026-01-31T12:00:00", "1769860800", "1969-12-31T23:59:59Z",
            "+10000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "9999-12-31T23:59:59-18:00" })
    void refusesWhatIsNoInstantOfOurTime(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).hasMessageContaining("ISO-8601");
    }
}
