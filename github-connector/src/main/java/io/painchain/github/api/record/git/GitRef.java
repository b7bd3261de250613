package io.painchain.github.api.record.git;

import static java.util.Objects.requireNonNull;

/** A reference as Git has it, e.g. {@code refs/tags/v1}, and what it points to: a commit, or the object of an annotated tag. */
public record GitRef(String ref, Target object) {

    public GitRef {
        requireNonNull(ref, "ref");
    }

    public record Target(String sha, String type) {
    }

    /** The commit that it points to, {@code null} where something is in between. */
    public String commit() {
        return object != null && "commit".equals(object.type()) ? object.sha() : null;
    }
}
