package io.painchain.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimestampsTest {

    @ParameterizedTest
    @ValueSource(strings = { "1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "2026-01-31T12:00:00.1Z",
            "2026-01-31T12:00:00.123Z",
            "2026-01-31T12:00:00.000001Z", "2026-01-31T12:00:00.120000Z", "2026-01-31T12:00:00.000000001Z",
            "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z" })
    void readsAndWritesAsInstantDoes(String text) {
        var instant = PlainTimestamps.parse(text);

        assertThat(instant).isEqualTo(Instant.parse(text));
        assertThat(written(instant)).isEqualTo(instant.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Z", "2026-01-31", "2026-01-31T12:00Z", "2026-01-31T12:00:00", "2026-01-31T12:00:00+00:00",
            "2026-01-31 12:00:00Z", "2026-01-31T12:00:00.Z", "2026-01-31T12:00:00,1Z", "2026-01-31T12:00:00.1234567890Z",
            "2026-01-31T12:00:00.12a4Z", "+2026-01-31T12:00:00Z", "2026-01-31T12:00:00z", "２026-01-31T12:00:00Z" })
    void leavesOtherFormsToOthers(String text) {
        assertThat(PlainTimestamps.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-02-29T12:00:00Z", "2026-13-01T12:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T12:00:60Z" })
    void refusesDaysAndTimesThatDoNotExist(String text) {
        assertThatThrownBy(() -> PlainTimestamps.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z" })
    void writesNoOtherYears(String text) {
        assertThat(written(Instant.parse(text))).isEmpty();
    }

    private static String written(Instant instant) {
        var target = new char[PlainTimestamps.MOST_CHARACTERS];
        return new String(target, 0, PlainTimestamps.write(instant, target));
    }
}
