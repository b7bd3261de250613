package io.painchain.simulator.world.git;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a commit does to a file. */
public record FileChange(String filename, String status, int additions, int deletions, String previousFilename) {

    public static FileChange modified(String filename, int additions, int deletions) {
        return new FileChange(filename, "modified", additions, deletions, null);
    }

    public static FileChange added(String filename, int additions) {
        return new FileChange(filename, "added", additions, 0, null);
    }

    public static FileChange removed(String filename, int deletions) {
        return new FileChange(filename, "removed", 0, deletions, null);
    }

    public static FileChange renamed(String from, String to) {
        return new FileChange(to, "renamed", 0, 0, from);
    }

    /** What several commits do to their files in all, each file once. */
    public static List<FileChange> together(List<Commit> commits) {
        Map<String, FileChange> files = new LinkedHashMap<>();
        commits.forEach(commit -> commit.files().forEach(file -> files.merge(file.filename(), file, FileChange::then)));
        return List.copyOf(files.values());
    }

    private FileChange then(FileChange later) {
        String both = later.status.equals("modified") ? status : later.status;
        return new FileChange(filename, both, additions + later.additions, deletions + later.deletions,
                previousFilename == null ? later.previousFilename : previousFilename);
    }

    public int changes() {
        return additions + deletions;
    }
}
