package io.painchain.github.sync;

import java.time.Instant;

/** A stretch of time, from after {@code from} up to and including {@code until}. */
public record Stretch(Instant from, Instant until) {

    boolean holds(Instant moment) {
        return moment != null && moment.isAfter(from) && !moment.isAfter(until);
    }

    Stretch upTo(Instant moment) {
        return moment.isAfter(until) ? new Stretch(from, moment) : this;
    }
}
