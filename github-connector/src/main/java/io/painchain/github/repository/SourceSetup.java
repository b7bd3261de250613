package io.painchain.github.repository;

import java.time.Clock;
import java.util.List;

import io.painchain.connector.kind.BranchPatterns;
import io.painchain.github.mapping.RefChange;

/** {@code branches}: globs for commits; {@code tagNews} passes tag changes from the feed to the tags' source. */
public record SourceSetup(Clock clock, List<GitHubKind<?>> kinds, List<String> branches, List<RefChange> tagNews) {

    public BranchPatterns tracked() {
        return new BranchPatterns(branches);
    }
}
