package io.painchain.github.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.model.EventDraft;

/** One kind of thing as the sweep reads it. */
interface SweptSource<T> {

    /** The ledger's name of it. */
    String name();

    /**
     * What the source shows since then.
     *
     * @return empty where it is as it was when it was read last
     */
    Optional<List<SweptItem<T>>> read(RepositoryReader reader, RepositoryState state, Instant from);

    /** Whole drafts of what turned out to be missing. */
    List<EventDraft> drafts(RepositoryReader reader, RepositoryState state, List<T> missing);

    /** What holds once they are stored. */
    default RepositoryState after(RepositoryState state, List<T> missing) {
        return state;
    }
}
