package io.painchain.connector.limit;

import java.time.Duration;
import java.util.OptionalLong;

public final class Spacing {

    private final long gap;
    private final Waiting waiting;
    private long nextAt;

    public Spacing(Duration gap, Waiting waiting) {
        this.gap = gap.toNanos();
        this.waiting = waiting;
        this.nextAt = waiting.nanos();
    }

    /** Books the next place and returns the nanoseconds until then; books none and is empty beyond {@code longest}. */
    public synchronized OptionalLong reserve(Duration longest) {
        long now = waiting.nanos();
        long wait = Math.max(0, nextAt - now);
        if (wait > longest.toNanos()) {
            return OptionalLong.empty();
        }
        nextAt = now + wait + gap;
        return OptionalLong.of(wait);
    }
}
