package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

public record Deployment(Long id, String sha, String ref, String task, String environment, String description, User creator,
        Instant createdAt, Instant updatedAt, Boolean productionEnvironment, Boolean transientEnvironment) {

    public Deployment {
        requireNonNull(id, "id");
        requireNonNull(createdAt, "created_at");
        updatedAt = updatedAt == null ? createdAt : updatedAt;
    }
}
