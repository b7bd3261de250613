package io.painchain.simulator.limit;

import java.time.Instant;

/** What the rate-limit headers say. */
public record Quota(int limit, int used, Instant resetAt) {

    public int remaining() {
        return Math.max(0, limit - used);
    }
}
