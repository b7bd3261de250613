package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

/**
 * A repository.
 *
 * @param id its identity, kept through renames and transfers
 * @param fullName its current name, {@code owner/repo}
 * @param hasPullRequests {@code null} where the server does not say
 */
public record Repository(Long id, String fullName, Boolean hasPullRequests) {

    public Repository {
        requireNonNull(id, "id");
        requireNonNull(fullName, "full_name");
    }

    public Repository(Long id, String fullName) {
        this(id, fullName, null);
    }
}
