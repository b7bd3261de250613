package io.painchain.gitlab.project;

import java.time.Clock;
import java.util.List;

import io.painchain.connector.kind.BranchPatterns;

/** {@code branches}: globs for commits. */
public record SourceSetup(Clock clock, List<String> branches) {

    public BranchPatterns tracked() {
        return new BranchPatterns(branches);
    }
}
