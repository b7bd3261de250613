package io.painchain.github.api.record.git;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** {@code totalCommits} may exceed {@code commits} (oldest first); {@code files} are at most 300, null where not given. */
public record Comparison(String status, String htmlUrl, Integer totalCommits, List<Commit> commits, List<FileChange> files) {

    public Comparison {
        commits = requireNonNull(commits, "commits").stream().filter(one -> one != null && one.sha() != null).toList();
        files = files == null ? null : files.stream().filter(one -> one != null).toList();
    }

    /** Whether the second commit lacks some of the first: a force push. */
    public boolean forced() {
        return "diverged".equals(status) || "behind".equals(status);
    }
}
