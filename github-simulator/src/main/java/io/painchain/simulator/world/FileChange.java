package io.painchain.simulator.world;

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

    public int changes() {
        return additions + deletions;
    }
}
