package io.painchain.connector.simple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.Vouching;
import io.painchain.connector.list.ListState;

/** The one list as a kind of change; {@code words} is its name in sentences, checkpoints and the ledger. */
record ListKind(String words, Set<String> types) implements ChangeKind<ListState> {

    @Override
    public String name() {
        return words;
    }

    @Override
    public List<LedgerSource> ledger() {
        return List.of(LedgerSource.of(words, types, words));
    }

    @Override
    public Class<ListState> sliceType() {
        return ListState.class;
    }

    @Override
    public ListState unread() {
        return ListState.UNREAD;
    }

    @Override
    public ListState forgetTags(ListState slice) {
        return slice.forgetTags();
    }

    @Override
    public ListState asOf(ListState slice, Instant moment) {
        return ListState.since(moment);
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return Cadence.every(Duration.ZERO);
    }

    @Override
    public Vouching vouching() {
        return Vouching.NONE;
    }
}
