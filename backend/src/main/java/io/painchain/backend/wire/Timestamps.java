package io.painchain.backend.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ISO-8601 with a zone, in microseconds. Also accepts what common tools write: blanks for the T or before the zone,
 * offsets without a colon, decimal commas, lower case, no seconds.
 */
public final class Timestamps {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt ]"
            + "(\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?) ?(?:([Zz])|([+-]\\d{2})(?::?(\\d{2}))?)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    private static final String RULE = "must be an ISO-8601 timestamp with a zone, from 1970 to 9999, such as 2026-01-31T12:00:00Z";

    private Timestamps() {
    }

    /** @throws IllegalArgumentException with a sentence that describes a timestamp */
    public static Instant parse(String text) {
        try {
            var plain = PlainTimestamps.parse(text);
            return within(plain == null ? anyForm(text) : plain);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(RULE);
        }
    }

    private static Instant anyForm(String text) {
        if (NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(RULE + "; a number does not say whether it counts seconds or milliseconds");
        }
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(RULE);
        }
        return OffsetDateTime.parse(written.group(1) + "T" + written.group(2).replace(',', '.') + zone(written)).toInstant();
    }

    private static Instant within(Instant instant) {
        var micros = instant.truncatedTo(ChronoUnit.MICROS);
        if (micros.isBefore(FIRST) || micros.isAfter(LAST)) {
            throw new IllegalArgumentException(RULE);
        }
        return micros;
    }

    private static String zone(Matcher written) {
        if (written.group(3) != null) {
            return "Z";
        }
        return written.group(4) + ":" + (written.group(5) == null ? "00" : written.group(5));
    }
}
