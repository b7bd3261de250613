package io.painchain.connector.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Which of the times that a record bears are to be believed. Whoever writes a commit dates it, servers' clocks go wrong, and
 * some times move after the fact: such a time places no event, and makes no duration.
 */
public final class Moments {

    /** A clock that was never set begins with 1970. */
    public static final Instant FIRST = Instant.parse("1971-01-01T00:00:00Z");
    /** By so much two clocks may differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {
    }

    /** @param answeredAt the source's clock when it told of the moment, {@code null} where unknown */
    public static boolean credible(Instant moment, Instant answeredAt) {
        return moment != null && !moment.isBefore(FIRST)
                && !moment.isAfter(answeredAt == null ? LAST : answeredAt.plus(AHEAD));
    }

    /** The first that can be believed, {@code null} where none can. */
    public static Instant best(Instant answeredAt, Stream<Instant> moments) {
        return moments.filter(moment -> credible(moment, answeredAt)).findFirst().orElse(null);
    }

    /**
     * The state of a thing whose own time is not to be believed: the later it is told, the older, so that whoever told it first
     * placed it for good.
     */
    public static Instant firstTold(Instant answeredAt) {
        return answeredAt.isBefore(LAST) ? FIRST.plus(Duration.between(answeredAt, LAST).dividedBy(4)) : FIRST;
    }

    /** {@code null} where one of the two is not known or what lies between them cannot be. */
    public static Long seconds(Instant from, Instant to, Duration longest) {
        if (from == null || to == null || to.isBefore(from) || from.isBefore(to.minus(longest))) {
            return null;
        }
        return Duration.between(from, to).toSeconds();
    }
}
