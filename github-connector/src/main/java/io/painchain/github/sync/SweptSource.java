package io.painchain.github.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.model.event.EventDraft;

/** One kind of thing as the sweep reads it. */
interface SweptSource<T> {

    /** The ledger's name of what it belongs to. */
    String source();

    /** Tells the kind from others of the same source. */
    default String kind() {
        return source();
    }

    /** The lists that show it, of disjoint times. */
    List<SweptList> lists(Instant from, Instant now);

    /**
     * What a list shows.
     *
     * @param known its pages when it was read last, with their ETags; empty: not to be relied on
     * @return empty where nothing of it changed since then
     */
    Optional<SweptPages<T>> read(RepositoryReader reader, RepositoryState state, SweptList list, List<PageTag> known);

    /** These as items; what ought to be no event is left out. */
    List<SweptItem<T>> items(RepositoryReader reader, RepositoryState state, List<T> records);

    /** Whole drafts of what turned out to be missing, where its probes were not whole. */
    List<EventDraft> drafts(RepositoryReader reader, RepositoryState state, List<T> missing);

    /** How many of a list are worth asking about in one sweep; the other days wait for the next. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** Of these the backend has all by now. */
    default void compared(List<T> records, Instant answeredAt) {
        // most are not asked about one by one
    }

    /** What holds once they are stored. */
    default RepositoryState after(RepositoryState state, List<T> missing) {
        return state;
    }
}
