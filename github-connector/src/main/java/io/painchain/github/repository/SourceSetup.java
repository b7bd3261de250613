package io.painchain.github.repository;

import java.time.Clock;
import java.util.List;

import io.painchain.connector.kind.BranchPatterns;
import io.painchain.github.mapping.RefChange;

/**
 * What the sources of one repository are made with.
 *
 * @param kinds all that there are
 * @param branches globs of the branches of which every commit becomes an event
 * @param tagNews changes of tags that the feed showed since tags were read last; it takes what the one tells and the other
 *        reads
 */
public record SourceSetup(Clock clock, List<GitHubKind<?>> kinds, List<String> branches, List<RefChange> tagNews) {

    public BranchPatterns tracked() {
        return new BranchPatterns(branches);
    }
}
