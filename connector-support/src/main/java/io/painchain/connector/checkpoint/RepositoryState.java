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
 * The value of a repository's checkpoint; all of it is backed by stored events.
 *
 * @param identity the name when first read, part of all ids; with the id where another repository had that name
 * @param ledger by source, since when it is covered
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

    /** Holds once all the crawl's drafts are stored. */
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
        return with(after).with(covered, gaps).lacking(crawl.gaps());
    }

    /** What is noticed again and again is one gap. */
    public RepositoryState lacking(List<Gap> noticed) {
        List<Gap> all = new ArrayList<>(gaps);
        for (Gap gap : noticed) {
            if (all.stream().noneMatch(known -> known.standsFor(gap))) {
                Gap whole = all.stream().filter(gap::overlaps).reduce(gap, (later, known) -> known.with(later));
                all.removeIf(gap::overlaps);
                all.add(whole);
            }
        }
        return all.equals(gaps) ? this : with(ledger, all);
    }

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

    /** @param back by source, since when a backfill has read it */
    public RepositoryState reaching(Map<String, Instant> back) {
        Map<String, Instant> further = new HashMap<>(ledger);
        back.forEach((source, from) -> further.computeIfPresent(source, (any, known) -> from.isBefore(known) ? from : known));
        return with(further, gaps);
    }

    public Instant coveredFrom(String source) {
        return ledger.getOrDefault(source, Instant.EPOCH);
    }

    public boolean covers(String source, Instant moment) {
        return ledger.containsKey(source) && !moment.isBefore(ledger.get(source));
    }

    public boolean goesOnSince(Instant moment) {
        return slices.kinds().all().stream().anyMatch(kind -> goesOnSince(kind, moment));
    }

    private <S> boolean goesOnSince(ChangeKind<S> kind, Instant moment) {
        return kind.goesOnSince(of(kind), moment);
    }

    /** As if nothing had been read since; what gives things their ids stays. */
    public RepositoryState asOf(Instant moment) {
        return with(slices.asOf(moment));
    }

    /** Drops what only saves work: states equal without it need no storing, and the margin is read again. */
    public RepositoryState forgetTags() {
        return new RepositoryState(repositoryId, identity, project, null, slices.forgetTags(), sweep.forgetTags(), ledger,
                gaps, details);
    }

    /** Drops what only saves work and is too large for a checkpoint. */
    RepositoryState trimmed() {
        return with(sweep.trimmed());
    }

    public boolean saysMoreThan(RepositoryState stored) {
        return stored == null || !forgetTags().equals(stored.forgetTags())
                || sweep.wholeAt() != null && stored.sweep.wholeAt() == null;
    }

    public List<Gap> gapsSince(Instant moment) {
        return gaps.stream().filter(gap -> gap.noticedAt().isAfter(moment)).toList();
    }
}
