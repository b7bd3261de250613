package io.painchain.gitlab.api.record.git;

import java.util.List;

/** Commits oldest first; large differences are cut. */
public record Comparison(List<Commit> commits, List<Diff> diffs, Boolean compareTimeout, String webUrl) {

    public Comparison {
        commits = commits == null ? List.of() : commits.stream().filter(one -> one != null && one.id() != null).toList();
        diffs = diffs == null ? null : diffs.stream().filter(one -> one != null).toList();
    }

    public record Diff(String newPath, String oldPath) {
    }
}
