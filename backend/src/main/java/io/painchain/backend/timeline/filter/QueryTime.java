package io.painchain.backend.timeline.filter;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import io.painchain.backend.wire.Timestamps;
import io.painchain.model.validation.FieldError;

/** Timestamps with a zone, and dates, which start in UTC. */
final class QueryTime {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** An unescaped plus arrives as a blank. */
    private static final Pattern LOST_PLUS = Pattern.compile(" (?=\\d{2}:\\d{2}$)");

    private QueryTime() {
    }

    static Instant either(String name, String value, String otherName, String otherValue, List<FieldError> errors) {
        if (isSent(value) && isSent(otherValue)) {
            errors.add(new FieldError(otherName, "must not be sent together with " + name));
            return null;
        }
        return isSent(value) ? parse(name, value, errors) : parse(otherName, otherValue, errors);
    }

    private static Instant parse(String name, String value, List<FieldError> errors) {
        if (!isSent(value)) {
            return null;
        }
        try {
            return Timestamps.parse(DATE.matcher(value).matches() ? value + "T00:00:00Z"
                    : LOST_PLUS.matcher(value).replaceFirst("+"));
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(name, e.getMessage() + ", or a date such as 2026-01-31"));
            return null;
        }
    }

    private static boolean isSent(String value) {
        return value != null && !value.isEmpty();
    }
}
