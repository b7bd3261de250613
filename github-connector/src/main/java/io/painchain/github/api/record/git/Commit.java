package io.painchain.github.api.record.git;

import java.time.Instant;
import java.util.List;

import io.painchain.github.api.record.User;
import io.painchain.github.api.record.Who;

/**
 * A commit.
 *
 * @param author the account behind it, {@code null} where its address belongs to none
 * @param stats only where the commit is read alone
 * @param files as with {@code stats}, at most 300 of them
 */
public record Commit(String sha, String htmlUrl, Details commit, User author, Stats stats, List<FileChange> files,
        List<Parent> parents) {

    public Commit {
        files = files == null ? null : files.stream().filter(file -> file != null).toList();
        parents = parents == null ? List.of() : parents.stream().filter(parent -> parent != null).toList();
    }

    /** A commit of which nothing but its name is known. */
    public static Commit unknown(String sha) {
        return new Commit(sha, null, null, null, null, null, null);
    }

    public record Details(String message, Signature author, Signature committer) {
    }

    /** Who says to have made it and when; nobody checks. */
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

    /** When it was written, {@code null} where not told; a rebase does not change it. */
    public Instant authoredAt() {
        return commit == null || commit.author() == null ? null : commit.author().date();
    }

    /** When it got its present form, {@code null} where not told. */
    public Instant committedAt() {
        return commit == null || commit.committer() == null ? authoredAt() : commit.committer().date();
    }

    /** The login, else the name that the commit bears, else {@code null}. */
    public String authorName() {
        Signature signature = commit == null ? null : commit.author();
        return Who.ofCommit(author, signature == null ? null : signature.name(), signature == null ? null : signature.email());
    }
}
