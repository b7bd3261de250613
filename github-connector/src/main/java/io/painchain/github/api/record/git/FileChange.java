package io.painchain.github.api.record.git;

import static java.util.Objects.requireNonNull;

/**
 * A file that a commit, a push or a pull request changes.
 *
 * @param status {@code added}, {@code modified}, {@code removed}, {@code renamed}, …
 */
public record FileChange(String filename, String status, Integer additions, Integer deletions) {

    public FileChange {
        requireNonNull(filename, "filename");
    }
}
