package io.painchain.connector.sweep;

import java.time.Duration;
import java.time.Instant;

/**
 * @param name unique in the repository; ETags are kept under it
 * @param from first moment that counts; a list in order of time need not be read beyond
 * @param to first moment that does not count
 */
public record SweptList(String name, String path, Instant from, Instant to) {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    public SweptList(String name, String path, Instant from) {
        this(name, path, from, Instant.MAX);
    }

    public static long dayOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), DAY);
    }

    public boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    public boolean holdsDay(long day) {
        return day >= dayOf(from) && day * DAY < to.getEpochSecond();
    }
}
