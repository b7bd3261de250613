package io.painchain.simulator.gitlab.limit;

import java.time.Duration;
import java.time.Instant;

/** What one user has used within the period that runs. */
public record Quota(int most, int used, Duration period, Instant resetAt) {

    /** Scaled to a minute, as the header has it; what remains is not. */
    public int limitPerMinute() {
        return (int) Math.ceil(most * 60.0 / period.toSeconds());
    }

    public int remaining() {
        return Math.max(0, most - used);
    }

    public boolean exceeded() {
        return used > most;
    }
}
