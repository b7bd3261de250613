package io.painchain.github.api.record.git;

import java.time.Instant;
import java.util.List;

import io.painchain.github.api.record.User;
import io.painchain.github.api.record.Who;

/** {@code author} is null for unknown addresses; {@code stats} and up to 300 {@code files} come only when read alone. */
public record Commit(String sha, String htmlUrl, Details commit, User author, Stats stats, List<FileChange> files,
        List<Parent> parents) {

    public Commit {
        files = files == null ? null : files.stream().filter(file -> file != null).toList();
        parents = parents == null ? List.of() : parents.stream().filter(parent -> parent != null).toList();
    }

    public static Commit unknown(String sha) {
        return new Commit(sha, null, null, null, null, null, null);
    }

    public record Details(String message, Signature author, Signature committer) {
    }

    /** As the committer's machine claims; nobody checks it. */
    public record Signature(String name, String email, Instant date) {

        public Signature(String name, Instant date) {
            this(name, null, date);
        }
    }

    public record Stats(Integer total, Integer additions, Integer deletions) {
    }

    public record Parent(String sha) {
    }

    public String message() {
        return commit == null ? null : commit.message();
    }

    public boolean isMerge() {
        return parents.size() > 1;
    }

    /** Null where not given; a rebase does not change it. */
    public Instant authoredAt() {
        return commit == null || commit.author() == null ? null : commit.author().date();
    }

    /** Null where not given; a rebase changes it. */
    public Instant committedAt() {
        return commit == null || commit.committer() == null ? authoredAt() : commit.committer().date();
    }

    /** The login, else the commit's name, else null. */
    public String authorName() {
        Signature signature = commit == null ? null : commit.author();
        return Who.ofCommit(author, signature == null ? null : signature.name(), signature == null ? null : signature.email());
    }
}
