package io.painchain.connector.kind;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.model.integration.Coverage;

/** All that timetable, ledger and checkpoint need of a kind of change; {@code S} is its slice, a record. */
public interface ChangeKind<S> {

    /** Names its slice in a checkpoint and its step in a backfill. */
    String name();

    String words();

    /** Empty where it only shows where to look. */
    List<LedgerSource> ledger();

    Class<S> sliceType();

    S unread();

    /** Without what only saves work, such as ETags. */
    S forgetTags(S slice);

    /** As if nothing had been read since; what gives things their ids stays. */
    S asOf(S slice, Instant moment);

    Cadence cadence(Cadences cadences);

    Vouching vouching();

    /** @param doneAt when it was last read, by the provider's clock; {@code null}: never */
    default boolean vouchedBy(Sight sight, S slice, Instant doneAt) {
        return vouching() != Vouching.NONE;
    }

    /** The probe's marks that show its changes. */
    default Set<String> marks() {
        return Set.of();
    }

    /** Up to when the list that a mark stands for has shown it all; {@code null}: unknown. */
    default Instant shownUntil(S slice, String mark) {
        return null;
    }

    /** Kinds that are likely to move with it. */
    default Set<String> movesAlso() {
        return Set.of();
    }

    /** The kind whose reading tells whether this one moved. */
    default Optional<String> follows() {
        return Optional.empty();
    }

    /** The kind that stands in where its own source may not be read. */
    default Optional<String> leftTo(S slice) {
        return Optional.empty();
    }

    /** Gaps beside those of its lists. */
    default List<Coverage.Gap> gaps(S slice, Instant from, Instant to) {
        return List.of();
    }

    /** Whether something changed after the moment and is still running, so that its end is awaited. */
    default boolean goesOnSince(S slice, Instant moment) {
        return false;
    }

    /** Webhook events that together tell all of its changes; empty: no webhook does. */
    default Set<String> hookEvents() {
        return Set.of();
    }

    /** How late its source shows what happened, at most: no later moment is claimed to be read. */
    default Duration lag() {
        return Duration.ZERO;
    }

    default boolean reachesBack() {
        return true;
    }

    default List<String> keys() {
        return ledger().stream().map(LedgerSource::key).toList();
    }
}
