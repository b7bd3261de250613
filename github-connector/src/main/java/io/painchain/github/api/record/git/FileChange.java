package io.painchain.github.api.record.git;

import static java.util.Objects.requireNonNull;

public record FileChange(String filename, String status, Integer additions, Integer deletions) {

    public FileChange {
        requireNonNull(filename, "filename");
    }
}
