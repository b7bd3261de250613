package io.painchain.connector.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Times that are not credible, such as false commit dates, place no event and give no duration. */
public final class Moments {

    /** A clock never set starts in 1970. */
    public static final Instant FIRST = Instant.parse("1971-01-01T00:00:00Z");
    /** Allowed difference of two clocks. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {
    }

    /** @param answeredAt the source's clock; {@code null}: unknown */
    public static boolean credible(Instant moment, Instant answeredAt) {
        return moment != null && !moment.isBefore(FIRST)
                && !moment.isAfter(answeredAt == null ? LAST : answeredAt.plus(AHEAD));
    }

    /** Of a list in the order of time, whether it reached that far back; a time of no clock says nothing where others do. */
    public static boolean anyBefore(Instant ground, List<Instant> moments) {
        List<Instant> set = moments.stream().filter(moment -> !moment.isBefore(FIRST)).toList();
        return (set.isEmpty() ? moments : set).stream().anyMatch(moment -> moment.isBefore(ground));
    }

    /** {@code null} where none is credible. */
    public static Instant best(Instant answeredAt, Stream<Instant> moments) {
        return moments.filter(moment -> credible(moment, answeredAt)).findFirst().orElse(null);
    }

    /** Orders things without a credible time: the later reported, the older, so that the first report wins. */
    public static Instant firstReported(Instant answeredAt) {
        return answeredAt.isBefore(LAST) ? FIRST.plus(Duration.between(answeredAt, LAST).dividedBy(4)) : FIRST;
    }

    /** {@code null} where one is unknown or the difference is implausible. */
    public static Long seconds(Instant from, Instant to, Duration longest) {
        if (from == null || to == null || to.isBefore(from) || from.isBefore(to.minus(longest))) {
            return null;
        }
        return Duration.between(from, to).toSeconds();
    }
}
