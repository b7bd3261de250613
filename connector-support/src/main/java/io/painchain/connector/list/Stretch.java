package io.painchain.connector.list;

import java.time.Instant;

/** From after {@code from} up to and including {@code until}. */
public record Stretch(Instant from, Instant until) {

    public boolean holds(Instant moment) {
        return moment != null && moment.isAfter(from) && !moment.isAfter(until);
    }

    public Stretch upTo(Instant moment) {
        return moment.isAfter(until) ? new Stretch(from, moment) : this;
    }
}
