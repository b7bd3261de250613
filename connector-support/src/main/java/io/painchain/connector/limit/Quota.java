package io.painchain.connector.limit;

import java.time.Duration;
import java.time.Instant;

public record Quota(String resource, int limit, int remaining, int used, Instant resetAt) {

    private static final Duration HOUR = Duration.ofHours(1);
    /** 2,800 of the usual 5,000. */
    private static final double SHARE = 0.56;
    private static final double AT_ONCE = 0.02;

    /** A tenth is left to others who use the token. */
    public int reserve() {
        return limit / 10;
    }

    /** Whether less is used than the share of the hour gone by: room for what can wait. */
    public boolean leavesRoom(Instant now) {
        double gone = 1 - Math.min(1, Math.max(0, Duration.between(now, resetAt).toMillis() / (double) HOUR.toMillis()));
        return limit - remaining <= limit * (AT_ONCE + SHARE * gone);
    }

    public boolean sameWindow(Quota other) {
        return Math.abs(resetAt.getEpochSecond() - other.resetAt.getEpochSecond()) <= 60;
    }

    public Quota withRemaining(int newRemaining) {
        return new Quota(resource, limit, newRemaining, used, resetAt);
    }
}
