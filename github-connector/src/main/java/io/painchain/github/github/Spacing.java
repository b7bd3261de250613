package io.painchain.github.github;

import java.time.Duration;
import java.util.OptionalLong;

/** Keeps so much time between the beginnings of requests. */
final class Spacing {

    private final long gap;
    private final Waiting waiting;
    private long nextAt;

    Spacing(Duration gap, Waiting waiting) {
        this.gap = gap.toNanos();
        this.waiting = waiting;
        this.nextAt = waiting.nanos();
    }

    /**
     * Books the next free place.
     *
     * @return how many nanoseconds away it is; empty, and nothing is booked, where that is longer than somebody waits
     */
    synchronized OptionalLong reserve(Duration longest) {
        long now = waiting.nanos();
        long wait = Math.max(0, nextAt - now);
        if (wait > longest.toNanos()) {
            return OptionalLong.empty();
        }
        nextAt = now + wait + gap;
        return OptionalLong.of(wait);
    }
}
