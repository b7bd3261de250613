package io.painchain.gitlab.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

public record FeatureFlag(String name, String description, Boolean active, Instant createdAt, Instant updatedAt) {

    public FeatureFlag {
        requireNonNull(name, "name");
        requireNonNull(updatedAt, "updated_at");
    }
}
