package io.painchain.github.github;

import java.time.Instant;

/** What is left of a token's hourly allowance for one resource, by the server's last answer. */
public record Quota(String resource, int limit, int remaining, int used, Instant resetAt) {

    /** A tenth is left to others who use the same token. */
    public int reserve() {
        return limit / 10;
    }

    boolean sameWindow(Quota other) {
        return Math.abs(resetAt.getEpochSecond() - other.resetAt.getEpochSecond()) <= 60;
    }

    Quota withRemaining(int newRemaining) {
        return new Quota(resource, limit, newRemaining, used, resetAt);
    }
}
