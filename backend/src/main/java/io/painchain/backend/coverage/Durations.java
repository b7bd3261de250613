package io.painchain.backend.coverage;

import java.time.Duration;

/** Durations in words: {@code 35 s}, {@code 4 min}, {@code 2 h 5 min}, {@code 3 days 4 h}. */
final class Durations {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {
    }

    /** Rounded up to seconds, so that nothing late seems in time; beyond a minute rounded down. */
    static String inWords(Duration duration) {
        long seconds = duration.plusNanos(999_999_999).toSeconds();
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return seconds / MINUTE + " min";
        }
        if (seconds < DAY) {
            return two(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min");
        }
        long days = seconds / DAY;
        return two(days, days == 1 ? "day" : "days", seconds % DAY / HOUR, "h");
    }

    private static String two(long first, String unit, long second, String smaller) {
        return second == 0 ? first + " " + unit : "%d %s %d %s".formatted(first, unit, second, smaller);
    }
}
