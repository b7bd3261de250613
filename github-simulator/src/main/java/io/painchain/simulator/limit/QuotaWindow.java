package io.painchain.simulator.limit;

import java.time.Duration;
import java.time.Instant;

/** The primary quota of one resource; starts anew when its time is over. */
final class QuotaWindow {

    private final Duration length;
    private int limit;
    private int used;
    private Instant resetAt;

    QuotaWindow(Duration length, int limit, Instant now) {
        this.length = length;
        this.limit = limit;
        this.resetAt = now.plus(length);
    }

    Quota at(Instant now) {
        if (!now.isBefore(resetAt)) {
            used = 0;
            resetAt = now.plus(length);
        }
        return new Quota(limit, used, resetAt);
    }

    Quota charge(int cost, Instant now) {
        at(now);
        used = Math.min(limit, used + cost);
        return at(now);
    }

    void set(int newLimit, int remaining, Instant newReset) {
        limit = newLimit;
        used = newLimit - remaining;
        resetAt = newReset;
    }
}
