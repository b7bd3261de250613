package io.painchain.backend.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Timestamps as the contract has them: ISO-8601 with a zone, in microseconds. */
public final class Timestamps {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Timestamps() {
    }

    /** @throws IllegalArgumentException with a sentence that says what a timestamp looks like */
    public static Instant parse(String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "must be an ISO-8601 timestamp with a zone, from 1970 to 9999, such as 2026-01-31T12:00:00Z");
    }
}
