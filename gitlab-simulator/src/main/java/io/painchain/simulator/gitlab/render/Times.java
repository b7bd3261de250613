package io.painchain.simulator.gitlab.render;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as GitLab writes them: milliseconds, in UTC, but for those of commits. */
public final class Times {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private Times() {
    }

    public static String of(Instant instant) {
        return instant == null ? null : UTC.format(instant.atOffset(ZoneOffset.UTC));
    }

    public static String zoned(Instant instant, ZoneOffset zone) {
        return instant == null ? null : ZONED.format(instant.atOffset(zone));
    }

    /** GraphQL keeps whole seconds. */
    public static String whole(Instant instant) {
        return instant == null ? null : WHOLE.format(instant.atOffset(ZoneOffset.UTC));
    }
}
