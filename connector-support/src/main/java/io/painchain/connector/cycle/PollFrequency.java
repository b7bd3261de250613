package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;

/** The more happened in a repository lately, the shorter its interval, within the configured bounds. */
public final class PollFrequency {

    private static final Duration SHORTEST = Duration.ofSeconds(60);
    private static final Duration ACTIVE = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofMinutes(15);
    private static final Duration ASLEEP = Duration.ofHours(1);

    private PollFrequency() {
    }

    /** Without probes: the longer quiet, the longer the interval. */
    public static Duration unseen(Duration configured, Duration idle) {
        if (idle.compareTo(QUIET) < 0) {
            return configured;
        }
        return configured.multipliedBy(idle.compareTo(ASLEEP) < 0 ? 2 : 4);
    }

    public static boolean active(Instant lastNews, Instant now) {
        return lastNews != null && Duration.between(lastNews, now).compareTo(ACTIVE) < 0;
    }

    public static Duration step(Duration configured) {
        return configured.compareTo(SHORTEST) < 0 ? configured : SHORTEST;
    }
}
