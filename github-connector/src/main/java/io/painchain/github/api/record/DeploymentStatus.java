package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Older servers name no environment. */
public record DeploymentStatus(Long id, String state, String description, String environment, String environmentUrl,
        String logUrl, String targetUrl, User creator, Instant createdAt, Instant updatedAt) {

    public DeploymentStatus {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
        requireNonNull(createdAt, "created_at");
        updatedAt = updatedAt == null ? createdAt : updatedAt;
    }
}
