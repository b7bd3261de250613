package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

public record Activity(Long id, String before, String after, String ref, Instant timestamp, String activityType, User actor) {

    public Activity {
        requireNonNull(id, "id");
        requireNonNull(ref, "ref");
        requireNonNull(timestamp, "timestamp");
    }
}
