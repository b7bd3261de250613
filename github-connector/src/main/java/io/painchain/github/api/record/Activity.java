package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A change of a ref: {@code push}, {@code force_push}, {@code pr_merge}, {@code branch_creation}, … */
public record Activity(Long id, String before, String after, String ref, Instant timestamp, String activityType, User actor) {

    public Activity {
        requireNonNull(id, "id");
        requireNonNull(ref, "ref");
        requireNonNull(timestamp, "timestamp");
    }
}
