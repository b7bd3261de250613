package io.painchain.connector.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as servers and strangers write them. */
class TimeTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-02T09:00:00Z           | 2026-03-02T09:00:00Z
            2026-03-02t09:00:00z           | 2026-03-02T09:00:00Z
            2026-03-02T09:00:00.123456789123Z | 2026-03-02T09:00:00.123456789Z
            2026-03-02T14:30:00.315+05:30  | 2026-03-02T09:00:00.315Z
            2026-03-02T02:00:00-0700       | 2026-03-02T09:00:00Z
            2026-03-02T09:00:00+00         | 2026-03-02T09:00:00Z
            2026-03-02 09:00:00Z           | 2026-03-02T09:00:00Z
            2026-03-02 09:00:00 UTC        | 2026-03-02T09:00:00Z
            2026-03-02 11:00:00 +0200      | 2026-03-02T09:00:00Z
            2026-03-02T09:00Z              | 2026-03-02T09:00:00Z
            2026-03-02T09:00:00            | 2026-03-02T09:00:00Z
            2026-03-02                     | 2026-03-02T00:00:00Z
            2026-03-01T24:00:00Z           | 2026-03-02T00:00:00Z
            10000-01-01T00:00:00Z          | +10000-01-01T00:00:00Z
            +10000-01-01T00:00:00Z         | +10000-01-01T00:00:00Z
            275760-09-13T00:00:00.000+00:00 | +275760-09-13T00:00:00Z
            -0044-03-15T12:00:00Z          | -0044-03-15T12:00:00Z
            0001-01-01T00:00:00Z           | 0001-01-01T00:00:00Z
            1969-12-31T23:00:00Z           | 1969-12-31T23:00:00Z
            1772442000                     | 2026-03-02T09:00:00Z
            1772442000315                  | 2026-03-02T09:00:00.315Z
            -1                             | 1969-12-31T23:59:59Z
            """)
    void readsEveryForm(String written, String time) {
        assertThat(TimeText.of(written)).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "yesterday", "0000-00-00T00:00:00Z", "2026-02-30T09:00:00Z", "2026-03-02T25:00:00Z",
            "2026-13-01", "2026-03-02T09:00:00 Europe/Berlin", "99999999999-01-01T00:00:00Z", "--", "+", "-", "Z", "T",
            "9999999999999999999", "2026-03-02T09:00:00Z; DROP", "2026-03-02T09:00:00.Z\u0000" })
    void saysOfAnythingElseThatItIsNone(String written) {
        assertThat(TimeText.of(written)).isNull();
        assertThat(TimeText.of(written + "9".repeat(65_536))).isNull();
    }
}
