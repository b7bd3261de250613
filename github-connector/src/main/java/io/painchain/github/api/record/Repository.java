package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

/** The id survives renames and transfers; {@code hasPullRequests} is null where the server does not say. */
public record Repository(Long id, String fullName, Boolean hasPullRequests) {

    public Repository {
        requireNonNull(id, "id");
        requireNonNull(fullName, "full_name");
    }

    public Repository(Long id, String fullName) {
        this(id, fullName, null);
    }
}
