package io.painchain.backend.timeline.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.timeline.filter.TimelineFilter;
import io.painchain.backend.timeline.filter.TimelineFilters;
import io.painchain.model.validation.FieldError;

/** @param filter with both ends of its window */
record HistogramQuery(TimelineFilter filter, Dimension by, Duration width) {

    static final int MOST_BINS = 500;

    /** A Monday, so that weeks begin as people expect. */
    static final Instant ORIGIN = Instant.parse("1970-01-05T00:00:00Z");

    private static final Duration USUAL_WINDOW = Duration.ofDays(1);
    private static final Pattern WIDTH = Pattern.compile("(\\d{1,9})([smhd]?)");

    static HistogramQuery of(HistogramParameters parameters, TimelineFilters filters, Clock clock) {
        var errors = new ArrayList<FieldError>();
        var filter = windowed(filters.read(parameters, errors), clock.instant());
        var by = Dimension.parse(parameters.by, errors);
        var width = width(parameters.width, Duration.between(filter.from(), filter.to()), errors);
        var query = new HistogramQuery(filter, by, width);
        if (errors.isEmpty() && query.binCount() > MOST_BINS) {
            errors.add(new FieldError("width", "must be longer: the window has %d bins of it, and %d are the most"
                    .formatted(query.binCount(), MOST_BINS)));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return query;
    }

    private static TimelineFilter windowed(TimelineFilter filter, Instant now) {
        var to = filter.to() != null ? filter.to() : latest(now, filter.from());
        var from = filter.from() != null ? filter.from() : to.minus(USUAL_WINDOW);
        return filter.within(from, to);
    }

    private static Instant latest(Instant now, Instant from) {
        return from == null || from.isBefore(now) ? now : from;
    }

    private static Duration width(String text, Duration window, List<FieldError> errors) {
        if (text == null || text.isEmpty()) {
            return usual(window);
        }
        var matcher = WIDTH.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            errors.add(new FieldError("width", "must be a number of seconds, or such as 30s, 15m, 1h or 7d"));
            return usual(window);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
        };
    }

    private static Duration usual(Duration window) {
        if (window.compareTo(Duration.ofHours(2)) <= 0) {
            return Duration.ofMinutes(1);
        }
        if (window.compareTo(Duration.ofDays(1)) <= 0) {
            return Duration.ofMinutes(15);
        }
        if (window.compareTo(Duration.ofDays(7)) <= 0) {
            return Duration.ofHours(1);
        }
        if (window.toDays() < MOST_BINS - 1) {
            return Duration.ofDays(1);
        }
        long weeks = 1 + window.toDays() / 7 / (MOST_BINS - 1);
        return Duration.ofDays(7 * weeks);
    }

    Instant firstBin() {
        return floor(filter.from());
    }

    long binCount() {
        if (!filter.from().isBefore(filter.to())) {
            return 0;
        }
        var last = floor(filter.to().minusNanos(1));
        return Duration.between(firstBin(), last).getSeconds() / width.getSeconds() + 1;
    }

    private Instant floor(Instant instant) {
        long past = Math.floorMod(Math.subtractExact(instant.getEpochSecond(), ORIGIN.getEpochSecond()), width.getSeconds());
        return Instant.ofEpochSecond(instant.getEpochSecond() - past);
    }
}
