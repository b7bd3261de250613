package io.painchain.connector.checkpoint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.painchain.connector.detail.OpenDetails;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.kind.Known;
import io.painchain.connector.list.Gap;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweepState;

/**
 * Where a repository stands: the value of its checkpoint. Everything it says is backed by events that are stored.
 *
 * @param repositoryId the provider's id, kept through renames
 * @param identity the name when first read, part of all ids; with the id where another repository had that name before
 * @param project the current name
 * @param repositoryEtag of the repository's own record
 * @param ledger by source, since when it is covered
 * @param details what of its records could not be read
 */
public record RepositoryState(long repositoryId, String identity, String project, PageTag repositoryEtag, Slices slices,
        SweepState sweep, Map<String, Instant> ledger, List<Gap> gaps, OpenDetails details) {

    private static final int GAPS_KEPT = 20;

    public RepositoryState {
        sweep = sweep == null ? SweepState.NEVER : sweep;
        ledger = ledger == null ? Map.of() : Map.copyOf(ledger);
        gaps = gaps == null ? List.of() : List.copyOf(gaps);
        details = details == null ? OpenDetails.NONE : details;
    }

    public static RepositoryState first(Kinds kinds, long repositoryId, String identity) {
        return new RepositoryState(repositoryId, identity, identity, null, Slices.read(kinds, Map.of()), null, null, null,
                null);
    }

    public RepositoryState named(String currentName, PageTag newEtag) {
        return new RepositoryState(repositoryId, identity, currentName, newEtag, slices, sweep, ledger, gaps, details);
    }

    public <S> S of(ChangeKind<S> kind) {
        return slices.of(kind);
    }

    public <S> RepositoryState with(ChangeKind<S> kind, S slice) {
        return with(slices.with(kind, slice));
    }

    private RepositoryState with(Slices newSlices) {
        return new RepositoryState(repositoryId, identity, project, repositoryEtag, newSlices, sweep, ledger, gaps, details);
    }

    public RepositoryState with(SweepState newSweep) {
        return new RepositoryState(repositoryId, identity, project, repositoryEtag, slices, newSweep, ledger, gaps, details);
    }

    public RepositoryState with(OpenDetails newDetails) {
        return new RepositoryState(repositoryId, identity, project, repositoryEtag, slices, sweep, ledger, gaps, newDetails);
    }

    private RepositoryState with(Map<String, Instant> newLedger, List<Gap> newGaps) {
        return new RepositoryState(repositoryId, identity, project, repositoryEtag, slices, sweep, newLedger,
                newGaps.subList(Math.max(0, newGaps.size() - GAPS_KEPT), newGaps.size()), details);
    }

    /** What holds once all that the crawl found is stored. */
    public <S> RepositoryState after(ChangeKind<S> kind, Crawl<S> crawl) {
        Slices after = slices.with(kind, crawl.slice());
        for (Map.Entry<ChangeKind<?>, Object> other : crawl.handed().entrySet()) {
            after = after.with(other.getKey(), other.getValue());
        }
        for (String other : crawl.anew()) {
            ChangeKind<?> begun = slices.kinds().named(other);
            after = after.with(begun, begun.unread());
        }
        Map<String, Instant> covered = new HashMap<>(ledger);
        covered.putAll(crawl.covered());
        List<Gap> all = new ArrayList<>(gaps);
        all.addAll(crawl.gaps());
        return with(after).with(covered, all);
    }

    /** What one kind may know of it. */
    public <S> Known<S> knownTo(ChangeKind<S> kind) {
        return new View<>(this, kind);
    }

    private record View<S>(RepositoryState state, ChangeKind<S> kind) implements Known<S> {

        @Override
        public S slice() {
            return state.of(kind);
        }

        @Override
        public <O> O of(ChangeKind<O> other) {
            return state.of(other);
        }

        @Override
        public Instant coveredFrom(String source) {
            return state.coveredFrom(source);
        }
    }

    /** @param back by source, since when it was read by a backfill up to what is covered already */
    public RepositoryState reaching(Map<String, Instant> back) {
        Map<String, Instant> further = new HashMap<>(ledger);
        back.forEach((source, from) -> further.computeIfPresent(source, (any, known) -> from.isBefore(known) ? from : known));
        return with(further, gaps);
    }

    /** Since when a source is covered. */
    public Instant coveredFrom(String source) {
        return ledger.getOrDefault(source, Instant.EPOCH);
    }

    /** Whether a source was read before, and its coverage reaches back to that moment. */
    public boolean covers(String source, Instant moment) {
        return ledger.containsKey(source) && !moment.isBefore(ledger.get(source));
    }

    /** Whether something goes on that changed after that moment. */
    public boolean goesOnSince(Instant moment) {
        return slices.kinds().all().stream().anyMatch(kind -> goesOnSince(kind, moment));
    }

    private <S> boolean goesOnSince(ChangeKind<S> kind, Instant moment) {
        return kind.goesOnSince(of(kind), moment);
    }

    /** As it would stand had nothing been read since that moment; what gives things their ids stays. */
    public RepositoryState asOf(Instant moment) {
        return with(slices.asOf(moment));
    }

    /**
     * Without what only saves work. Two states that are equal so need not be stored anew, and a state stripped so reads again
     * what lies within the margin.
     */
    public RepositoryState forgetTags() {
        return new RepositoryState(repositoryId, identity, project, null, slices.forgetTags(), sweep.forgetTags(), ledger,
                gaps, details);
    }

    /** Without what is too much for a checkpoint and only saves work. */
    RepositoryState trimmed() {
        return with(sweep.trimmed());
    }

    /** Whether storing this instead of the other is worth a request of its own. */
    public boolean saysMoreThan(RepositoryState stored) {
        return stored == null || !forgetTags().equals(stored.forgetTags())
                || sweep.wholeAt() != null && stored.sweep.wholeAt() == null;
    }

    public List<Gap> gapsSince(Instant moment) {
        return gaps.stream().filter(gap -> gap.noticedAt().isAfter(moment)).toList();
    }
}
