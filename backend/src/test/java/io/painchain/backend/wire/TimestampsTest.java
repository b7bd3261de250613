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
            "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
            "2026-01-31T08:42:58.315+0000, 2026-01-31T08:42:58.315Z",
            "2026-01-31 08:42:58Z, 2026-01-31T08:42:58Z",
            "2026-01-31 08:42:58 +0100, 2026-01-31T07:42:58Z",
            "2026-01-31t08:42:58z, 2026-01-31T08:42:58Z",
            "2026-01-31T08:42:58-03, 2026-01-31T11:42:58Z",
            "'2026-01-31T08:42:58,5Z', 2026-01-31T08:42:58.500Z",
            "2026-01-31T08:42Z, 2026-01-31T08:42:00Z" })
    void readsInstantsWithAZone(String text, Instant instant) {
        assertThat(Timestamps.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "yesterday", "2026-01-31", "2026-01-31T12:00:00", "1769860800", "1969-12-31T23:59:59Z",
            "+10000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "9999-12-31T23:59:59-18:00" })
    void refusesWhatIsNoInstantOfOurTime(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).hasMessageContaining("ISO-8601");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-01-31T08:42:58", "2026-01-31  08:42:58Z", "2026-01-3108:42:58Z", "2026-01-31T08:42:58ZZ",
            "2026-01-31T08:42:58+00:0", "2026-01-31T08:42:58+25:00", "2026-01-31T24:42:58Z", " 2026-01-31T08:42:58Z",
            "2026-1-31T08:42:58Z",
            "2026-01-31T08Z", "-2026-01-31T08:42:58Z", "２026-01-31T08:42:58Z" })
    void guessesNothing(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ISO-8601").hasMessageNotContaining("milliseconds");
    }

    @ParameterizedTest
    @ValueSource(strings = { "1769848978", "1769848978315", "1769848978.315", "-1", "1E9" })
    void saysOfANumberThatItsUnitIsUnknown(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).hasMessageContaining("seconds or milliseconds");
    }
}
