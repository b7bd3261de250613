package io.painchain.gitlab.api.record.ci;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import io.painchain.gitlab.api.record.User;

/** Its present status only; {@code deployable} is null where the API made it. */
public record Deployment(Long id, Long iid, String ref, String sha, String status, Instant createdAt, Instant updatedAt,
        User user, Environment environment, Job deployable) {

    public Deployment {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "created_at");
        updatedAt = updatedAt == null ? createdAt : updatedAt;
    }

    public record Environment(String name, String externalUrl, String tier) {
    }

    public boolean succeeded() {
        return "success".equals(status);
    }
}
