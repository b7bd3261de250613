package io.painchain.github.api.record.git;

import static java.util.Objects.requireNonNull;

/** An annotated tag points to a tag object, not to a commit. */
public record GitRef(String ref, Target object) {

    public GitRef {
        requireNonNull(ref, "ref");
    }

    public record Target(String sha, String type) {
    }

    /** Null where a tag object is in between. */
    public String commit() {
        return object != null && "commit".equals(object.type()) ? object.sha() : null;
    }
}
