package io.painchain.github.api.record.hook;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Commit.Details;
import io.painchain.github.api.record.git.Commit.Signature;
import io.painchain.github.api.record.git.Comparison;

/** The payload of a push: its own commits are shaped unlike the API's, and its only time is the repository's. */
public record PushHook(String ref, String before, String after, Boolean forced, String compare, HookCommit headCommit,
        List<HookCommit> commits, HookRepository repository, User sender) {

    /** A payload shows no more commits. */
    private static final int SHOWN = 2_048;

    public PushHook {
        requireNonNull(ref, "ref");
        commits = commits == null ? List.of() : commits.stream().filter(Objects::nonNull).toList();
    }

    public Optional<Instant> pushedAt() {
        return Optional.ofNullable(repository).map(HookRepository::pushedAt);
    }

    public boolean isForced() {
        return Boolean.TRUE.equals(forced);
    }

    public boolean ofTag() {
        return ref.startsWith("refs/tags/");
    }

    /** As comparing both ends would show it, but for the files; empty where commits may be missing. */
    public Optional<Comparison> comparison() {
        if (commits.isEmpty() || commits.size() >= SHOWN || isForced()) {
            return Optional.empty();
        }
        return Optional.of(
                new Comparison("ahead", compare, commits.size(), commits.stream().map(HookCommit::commit).toList(), null));
    }

    /** {@code timestamp} is the commit's, as the committer's machine claims. */
    public record HookCommit(String id, String message, String url, Instant timestamp, HookAuthor author) {

        public Commit commit() {
            Signature signature = author == null ? null : new Signature(author.name(), author.email(), timestamp);
            User account = author == null || author.username() == null ? null : new User(author.username());
            return new Commit(id, url, new Details(message, signature, signature), account, null, null, null);
        }
    }

    public record HookAuthor(String name, String email, String username) {
    }
}
