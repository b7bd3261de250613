package io.painchain.gitlab.api.record.git;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Commits oldest first; large differences are cut. */
public record Comparison(List<Commit> commits, List<Diff> diffs, Boolean compareTimeout, String webUrl) {

    public Comparison {
        commits = requireNonNull(commits, "commits").stream().filter(one -> one != null && one.id() != null).toList();
        diffs = diffs == null ? null : diffs.stream().filter(one -> one != null).toList();
    }

    public record Diff(String newPath, String oldPath) {
    }
}
