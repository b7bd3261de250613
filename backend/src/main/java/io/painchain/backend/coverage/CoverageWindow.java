package io.painchain.backend.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.wire.Timestamps;
import io.painchain.model.validation.FieldError;

/** @param to exclusive */
public record CoverageWindow(Instant from, Instant to, Instant now) {

    private static final Duration USUAL = Duration.ofHours(24);

    /** Without {@code from} a day before {@code to}; without {@code to} until now. */
    static CoverageWindow of(String from, String to, Instant now) {
        var errors = new ArrayList<FieldError>();
        var end = time("to", to, now, errors);
        var start = time("from", from, end.minus(USUAL), errors);
        if (errors.isEmpty() && !start.isBefore(end)) {
            errors.add(new FieldError("from", "must be before to"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return new CoverageWindow(start, end, now);
    }

    Instant end() {
        return to.isBefore(now) ? to : now;
    }

    boolean isAhead() {
        return !from.isBefore(now);
    }

    private static Instant time(String name, String text, Instant absent, List<FieldError> errors) {
        if (text == null) {
            return absent;
        }
        try {
            return Timestamps.parse(text);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(name, e.getMessage()));
            return absent;
        }
    }
}
