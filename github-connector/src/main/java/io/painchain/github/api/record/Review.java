package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A review of a pull request.
 *
 * @param user {@code null} where the account was deleted
 * @param submittedAt {@code null} while it is being written
 */
public record Review(Long id, User user, String body, String state, String htmlUrl, Instant submittedAt, String commitId) {

    public Review {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
    }

    public boolean submitted() {
        return submittedAt != null;
    }
}
