package io.painchain.backend.deployment.metric;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.wire.Timestamps;
import io.painchain.model.validation.FieldError;
import io.painchain.model.validation.Limits;

/** @param environment {@code null}: all in production */
record DeliveryQuery(String service, String environment, Instant from, Instant to, Instant now) {

    static final Duration WEEK = Duration.ofDays(7);

    private static final Duration USUAL = WEEK.multipliedBy(12);
    private static final Duration LONGEST = Duration.ofDays(740);
    /** An unescaped plus arrives as a blank. */
    private static final Pattern LOST_PLUS = Pattern.compile(" (?=\\d{2}:\\d{2}$)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static DeliveryQuery of(DeliveryParameters parameters, Clock clock) {
        var errors = new ArrayList<FieldError>();
        var service = name("service", parameters.service, errors);
        if (service == null) {
            errors.add(new FieldError("service", "must be named: figures of several services are no figure of any"));
        }
        var environment = name("environment", parameters.environment, errors);
        if (parameters.by != null && !parameters.by.equals("week")) {
            errors.add(new FieldError("by", "must be week"));
        }
        var to = time("to", parameters.to, clock.instant(), errors);
        var from = time("from", parameters.from, to.minus(USUAL), errors);
        if (errors.isEmpty() && !from.isBefore(to)) {
            errors.add(new FieldError("from", "must be before to"));
        }
        if (errors.isEmpty() && from.plus(LONGEST).isBefore(to)) {
            errors.add(new FieldError("from", "must be at most two years before to"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return new DeliveryQuery(service, environment, from, to, clock.instant());
    }

    /** Mondays, in UTC. */
    List<Instant> weeks() {
        var weeks = new ArrayList<Instant>();
        for (var week = weekOf(from); week.isBefore(to); week = week.plus(WEEK)) {
            weeks.add(week);
        }
        return weeks;
    }

    static Instant weekOf(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String name(String parameter, String value, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > Limits.PROJECT || value.indexOf('\0') >= 0) {
            errors.add(new FieldError(parameter, "must be at most " + Limits.PROJECT + " characters, none of them NUL"));
        }
        return value;
    }

    private static Instant time(String name, String text, Instant absent, List<FieldError> errors) {
        if (text == null || text.isEmpty()) {
            return absent;
        }
        try {
            return Timestamps.parse(DATE.matcher(text).matches() ? text + "T00:00:00Z"
                    : LOST_PLUS.matcher(text).replaceFirst("+"));
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(name, e.getMessage() + ", or a date such as 2026-01-31"));
            return absent;
        }
    }
}
