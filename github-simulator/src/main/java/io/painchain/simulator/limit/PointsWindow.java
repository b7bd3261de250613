package io.painchain.simulator.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The points of the 60 seconds that end now. */
final class PointsWindow {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Spent(Instant at, int points) {
    }

    private final Deque<Spent> lastMinute = new ArrayDeque<>();
    private int points;

    /** The points of the minute, these included. */
    int spend(int spent, Instant now) {
        while (!lastMinute.isEmpty() && !lastMinute.peekFirst().at().isAfter(now.minus(MINUTE))) {
            points -= lastMinute.removeFirst().points();
        }
        lastMinute.addLast(new Spent(now, spent));
        points += spent;
        return points;
    }
}
