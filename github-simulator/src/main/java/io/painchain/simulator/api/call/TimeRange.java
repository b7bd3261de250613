package io.painchain.simulator.api.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A range in GitHub's search syntax: {@code A..B}, {@code >=A}, {@code <B}, one day; both ends belong to it. */
public record TimeRange(Instant from, Instant to) {

    private static final TimeRange ALL = new TimeRange(Instant.MIN, Instant.MAX);

    public static TimeRange parse(String text) {
        try {
            return read(text.trim());
        } catch (DateTimeParseException e) {
            return ALL;
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }

    private static TimeRange read(String text) {
        if (text.isEmpty()) {
            return ALL;
        }
        int dots = text.indexOf("..");
        if (dots >= 0) {
            return new TimeRange(start(text.substring(0, dots)), end(text.substring(dots + 2)));
        }
        if (text.startsWith(">")) {
            boolean inclusive = text.startsWith(">=");
            Instant bound = start(text.substring(inclusive ? 2 : 1));
            return new TimeRange(inclusive ? bound : bound.plusNanos(1), Instant.MAX);
        }
        if (text.startsWith("<")) {
            boolean inclusive = text.startsWith("<=");
            Instant bound = inclusive ? end(text.substring(2)) : start(text.substring(1)).minusNanos(1);
            return new TimeRange(Instant.MIN, bound);
        }
        return new TimeRange(start(text), end(text));
    }

    private static Instant start(String text) {
        if (text.equals("*")) {
            return Instant.MIN;
        }
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }

    private static Instant end(String text) {
        if (text.equals("*")) {
            return Instant.MAX;
        }
        return text.length() == 10 ? start(text).plusSeconds(86_399) : start(text);
    }
}
