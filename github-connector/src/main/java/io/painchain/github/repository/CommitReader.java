package io.painchain.github.repository;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Comparison;

/** Commits and what lies between two of them. None of it ever changes, so what was read is kept for the rest of the round. */
public final class CommitReader {

    private static final int KEPT = 30;

    private final RepositoryReader reader;
    private final Ancestry listed = new Ancestry();
    private final Map<String, Optional<Comparison>> comparisons = new LinkedHashMap<>();

    public CommitReader(RepositoryReader reader) {
        this.reader = reader;
    }

    /** One page of the default branch, which tells most of what many pushes want to know. */
    public void list() {
        reader.details().attempt(() -> reader.page(reader.url("/commits?per_page=100"), null, null, Commit.class).items())
                .ifPresent(listed::add);
    }

    /** What one of the lists tells, too: empty where it cannot be had. */
    public Optional<Comparison> compare(String before, String head) {
        return reader.details().attempt(() -> compared(before, head)).flatMap(Function.identity());
    }

    /** Empty where one of the two is gone, the token may not see them, or it cannot be read now. */
    public Optional<Comparison> compare(RecordDetails push, String before, String head) {
        return push.read("comparison", () -> compared(before, head)).flatMap(Function.identity());
    }

    private Optional<Comparison> compared(String before, String head) {
        String range = before + "..." + head;
        Optional<Comparison> known = comparisons.get(range);
        if (known != null) {
            return known;
        }
        Optional<Comparison> read = read("/compare/" + range, Comparison.class);
        if (comparisons.size() < KEPT) {
            comparisons.put(range, read);
        }
        return read;
    }

    /** The same from the page that was listed; empty where that does not reach. */
    public Optional<Comparison> listedBetween(String before, String head) {
        List<Commit> commits = listed.between(before, head);
        if (commits.isEmpty() || !listed.isWhole(before, head)) {
            return Optional.empty();
        }
        return Optional.of(new Comparison(null, null, commits.size(), commits, null));
    }

    /** A commit, however little is known of it: one that a force push left behind may be gone. */
    public Commit commit(RecordDetails push, String sha) {
        Commit known = listed.get(sha);
        return known != null ? known : whole(push, sha).orElseGet(() -> Commit.unknown(sha));
    }

    /** A commit with its files. */
    public Optional<Commit> whole(RecordDetails record, String sha) {
        return record.read("commit", () -> read("/commits/" + sha, Commit.class)).flatMap(Function.identity())
                .filter(commit -> commit.sha() != null);
    }

    /** The same where it is not to be asked for again. */
    public Optional<Commit> tryWhole(String sha) {
        return reader.details().attempt(() -> read("/commits/" + sha, Commit.class)).flatMap(Function.identity())
                .filter(commit -> commit.sha() != null);
    }

    private <T> Optional<T> read(String path, Class<T> type) {
        try {
            return Optional.of(reader.read(path, type));
        } catch (ProviderException e) {
            if (e.withheld() || e.is(Kind.REFUSED)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
