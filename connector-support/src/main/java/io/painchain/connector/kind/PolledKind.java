package io.painchain.connector.kind;

import java.util.List;

/** What most kinds have in common: they are read at the usual interval, and every change shows in a probe. */
public abstract class PolledKind<S> implements ChangeKind<S> {

    private final String name;
    private final String words;
    private final SliceType<S> slice;
    private final List<LedgerSource> ledger;

    protected PolledKind(String name, String words, SliceType<S> slice, LedgerSource... ledger) {
        this.name = name;
        this.words = words;
        this.slice = slice;
        this.ledger = List.of(ledger);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String words() {
        return words;
    }

    @Override
    public final List<LedgerSource> ledger() {
        return ledger;
    }

    @Override
    public final Class<S> sliceType() {
        return slice.type();
    }

    @Override
    public final S unread() {
        return slice.unread();
    }

    @Override
    public final S forgetTags(S known) {
        return slice.forgetTags().apply(known);
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return Cadence.every(cadences.resources());
    }

    @Override
    public Vouching vouching() {
        return Vouching.CONFIRMS;
    }
}
