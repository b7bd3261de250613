package io.painchain.simulator.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What one token has used of its limits. */
final class TokenBudget {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Spent(Instant at, int points) {
    }

    private final Deque<Spent> lastMinute = new ArrayDeque<>();
    private int limit;
    private int used;
    private Instant resetAt;
    private int running;
    private int points;

    TokenBudget(int limit, Instant now) {
        this.limit = limit;
        this.resetAt = now.plus(HOUR);
    }

    synchronized Quota quota(Instant now) {
        if (!now.isBefore(resetAt)) {
            used = 0;
            resetAt = now.plus(HOUR);
        }
        return new Quota(limit, used, resetAt);
    }

    synchronized Quota charge(Instant now) {
        quota(now);
        used = Math.min(limit, used + 1);
        return quota(now);
    }

    synchronized void set(int newLimit, int remaining, Instant newReset) {
        limit = newLimit;
        used = newLimit - remaining;
        resetAt = newReset;
    }

    synchronized int limit() {
        return limit;
    }

    /** How many requests run now, this one included. */
    synchronized int begin() {
        return ++running;
    }

    synchronized void end() {
        running--;
    }

    /** The points of the minute that ends now, these included. */
    synchronized int spend(int spent, Instant now) {
        while (!lastMinute.isEmpty() && !lastMinute.peekFirst().at().isAfter(now.minus(MINUTE))) {
            points -= lastMinute.removeFirst().points();
        }
        lastMinute.addLast(new Spent(now, spent));
        points += spent;
        return points;
    }
}
