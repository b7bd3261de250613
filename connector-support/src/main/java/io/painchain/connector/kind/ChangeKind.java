package io.painchain.connector.kind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.model.integration.Coverage;

/**
 * One kind of change that a repository tells of: all that timetable, ledger and checkpoint need to know of it.
 *
 * @param <S> its slice of a checkpoint, a record
 */
public interface ChangeKind<S> {

    /** Names its slice in a checkpoint and its step in a backfill. */
    String name();

    /** What it is called in sentences. */
    String words();

    /** What it covers; empty where it only tells where to look. */
    List<LedgerSource> ledger();

    Class<S> sliceType();

    /** The slice of a repository of which nothing was read. */
    S unread();

    /** The slice without what only saves work, such as ETags. */
    S forgetTags(S slice);

    /** The slice as if nothing had been read since that moment; what gives things their ids stays. */
    S asOf(S slice, Instant moment);

    Cadence cadence(Cadences cadences);

    /** How far a probe that shows nothing new stands for reading it. */
    Vouching vouching();

    /** What of a probe tells that it moved. */
    default Set<String> marks() {
        return Set.of();
    }

    /** Other kinds that are likely to have moved, too, where its marks did. */
    default Set<String> movesAlso() {
        return Set.of();
    }

    /** The kind whose reading tells whether this one moved. */
    default Optional<String> follows() {
        return Optional.empty();
    }

    /** The kind that stands in for it, as its own source may not be read. */
    default Optional<String> leftTo(S slice) {
        return Optional.empty();
    }

    /** Gaps in its coverage beside those that its lists left. */
    default List<Coverage.Gap> gaps(S slice, Instant from, Instant to) {
        return List.of();
    }

    /** Whether something goes on that changed after that moment, so that its end is to be waited for. */
    default boolean goesOnSince(S slice, Instant moment) {
        return false;
    }

    /** Whether a backfill makes its coverage reach further back. */
    default boolean reachesBack() {
        return true;
    }

    /** The ledger's keys of what it covers. */
    default List<String> keys() {
        return ledger().stream().map(LedgerSource::key).toList();
    }
}
