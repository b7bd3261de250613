package io.painchain.gitlab.api.record.git;

import static java.util.Objects.requireNonNull;

/** A branch or a tag. */
public record Ref(String name, Commit commit) {

    public Ref {
        requireNonNull(name, "name");
    }

    /** {@code null} where none is named. */
    public String sha() {
        return commit == null ? null : commit.id();
    }
}
