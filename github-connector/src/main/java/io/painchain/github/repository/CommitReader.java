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

/** Commits never change, so what was read is kept for the rest of the round. */
public final class CommitReader {

    private static final int KEPT = 30;

    private final RepositoryReader reader;
    private final Ancestry listed = new Ancestry();
    private final Map<String, Optional<Comparison>> comparisons = new LinkedHashMap<>();

    public CommitReader(RepositoryReader reader) {
        this.reader = reader;
    }

    /** One page of the default branch contains most of what pushes need. */
    public void list() {
        reader.details().attempt(() -> reader.page(reader.url("/commits?per_page=100"), null, null, Commit.class).items())
                .ifPresent(listed::add);
    }

    /** Not recorded as missing where it cannot be had, because another list has it, too. */
    public Optional<Comparison> compare(String before, String head) {
        return reader.details().attempt(() -> compared(before, head)).flatMap(Function.identity());
    }

    /** Empty where a commit is gone, out of the token's reach, or not readable now. */
    public Optional<Comparison> compare(RecordDetails push, String before, String head) {
        return push.read("comparison", () -> compared(before, head)).flatMap(Function.identity());
    }

    /** Empty where a commit is gone; throws where it cannot be read now. */
    public Optional<Comparison> between(String before, String head) {
        return compared(before, head);
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

    /** From the listed page; empty where that does not reach. */
    public Optional<Comparison> listedBetween(String before, String head) {
        List<Commit> commits = listed.between(before, head);
        if (commits.isEmpty() || !listed.isWhole(before, head)) {
            return Optional.empty();
        }
        return Optional.of(new Comparison(null, null, commits.size(), commits, null));
    }

    /** Never empty: a commit that a force push left behind may be gone. */
    public Commit commit(RecordDetails push, String sha) {
        Commit known = listed.get(sha);
        return known != null ? known : whole(push, sha).orElseGet(() -> Commit.unknown(sha));
    }

    public Optional<Commit> whole(RecordDetails record, String sha) {
        return record.read("commit", () -> alone(sha)).flatMap(Function.identity());
    }

    /** Not recorded for a retry. */
    public Optional<Commit> tryWhole(String sha) {
        return reader.details().attempt(() -> alone(sha)).flatMap(Function.identity());
    }

    private Optional<Commit> alone(String sha) {
        return read("/commits/" + sha, Commit.class).map(CommitReader::named);
    }

    /** Other JSON reads as a commit of which nothing is known. */
    public static Commit named(Commit commit) {
        if (commit.sha() == null) {
            throw new ProviderException(Kind.UNREADABLE, "GitHub answers with something that is no commit");
        }
        return commit;
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
