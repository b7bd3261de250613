package io.painchain.github.github;

/** A commit, as far as its message goes. */
public record Commit(String sha, String htmlUrl, Details commit) {

    public record Details(String message) {
    }

    public String message() {
        return commit == null ? null : commit.message();
    }
}
