package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** {@code user} is null for a deleted account, {@code submittedAt} while the review is being written. */
public record Review(Long id, User user, String body, String state, String htmlUrl, Instant submittedAt, String commitId) {

    public Review {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
    }

    public boolean submitted() {
        return submittedAt != null;
    }
}
