package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

/**
 * A repository.
 *
 * @param id its identity, kept through renames and transfers
 * @param fullName its current name, {@code owner/repo}
 */
public record Repository(Long id, String fullName) {

    public Repository {
        requireNonNull(id, "id");
        requireNonNull(fullName, "full_name");
    }
}
