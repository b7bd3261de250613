package io.painchain.gitlab.api.graphql;

import java.util.List;

import io.painchain.gitlab.api.record.git.Commit;

/** What lists leave out of a merge request; each is null where it was not read. */
public record MergeRequestFacts(Integer additions, Integer deletions, Integer changedFiles, Integer commitCount,
        List<Commit> commits) {

    public static final MergeRequestFacts UNREAD = new MergeRequestFacts(null, null, null, null, null);

    /** A query shows the newest ones, and the first is the one that tells how long it took. */
    public boolean namesAllCommits() {
        return commits != null
                && (commits.size() < MergeRequestQuery.COMMITS || commitCount != null && commits.size() >= commitCount);
    }

    public MergeRequestFacts with(List<Commit> newCommits) {
        return new MergeRequestFacts(additions, deletions, changedFiles,
                commitCount == null && newCommits != null ? Integer.valueOf(newCommits.size()) : commitCount, newCommits);
    }
}
