package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;

/** How often a repository is read: the more happened in it of late, the sooner, within what is configured. */
public final class PollFrequency {

    private static final Duration SHORTEST = Duration.ofSeconds(60);
    private static final Duration ACTIVE = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofMinutes(15);
    private static final Duration ASLEEP = Duration.ofHours(1);

    private PollFrequency() {
    }

    /** Where only time tells that a repository is worth reading: the longer it was quiet, the longer. */
    public static Duration unseen(Duration configured, Duration idle) {
        if (idle.compareTo(QUIET) < 0) {
            return configured;
        }
        return configured.multipliedBy(idle.compareTo(ASLEEP) < 0 ? 2 : 4);
    }

    /** Whether it showed something new so lately that more is likely to come. */
    public static boolean active(Instant lastNews, Instant now) {
        return lastNews != null && Duration.between(lastNews, now).compareTo(ACTIVE) < 0;
    }

    /** How often the repositories are gone through, each of which is read when it is due; the active ones each time. */
    public static Duration step(Duration configured) {
        return configured.compareTo(SHORTEST) < 0 ? configured : SHORTEST;
    }
}
