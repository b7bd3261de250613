package io.painchain.github.api.record.git;

import java.util.List;

/**
 * What lies between two commits.
 *
 * @param status {@code ahead}, {@code behind}, {@code diverged} or {@code identical}, of the second as seen from the first
 * @param totalCommits how many the second has that the first has not; {@code commits} may hold fewer
 * @param commits oldest first
 * @param files at most 300; {@code null} where they were not told
 */
public record Comparison(String status, String htmlUrl, Integer totalCommits, List<Commit> commits, List<FileChange> files) {

    public Comparison {
        commits = commits == null ? List.of() : commits.stream().filter(one -> one != null && one.sha() != null).toList();
        files = files == null ? null : files.stream().filter(one -> one != null).toList();
    }

    /** Whether commits of the first were left behind: the branch was not moved forward but put elsewhere. */
    public boolean forced() {
        return "diverged".equals(status) || "behind".equals(status);
    }
}
