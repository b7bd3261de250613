package io.painchain.kubernetes.mapping;

import java.time.Instant;

import io.painchain.kubernetes.projection.ObjectState;

/** @param exact whether the cluster noted it */
record Moment(Instant at, boolean exact) {

    /** A change that only removes fields leaves the time of the last one that set some. */
    static Moment of(ObjectState state, Instant seen) {
        return seen == null ? new Moment(state.changedAt(), true) : new Moment(seen, false);
    }
}
