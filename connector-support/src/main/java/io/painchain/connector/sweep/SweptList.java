package io.painchain.connector.sweep;

import java.time.Duration;
import java.time.Instant;

/**
 * A list as the sweep goes over it, and the time that it tells of.
 *
 * @param name tells it from the other lists of the repository; its ETags are kept under it
 * @param path its first page's, with the query
 * @param from the first moment that counts; a list in order of time need not be read beyond
 * @param to the first moment that does not count
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
