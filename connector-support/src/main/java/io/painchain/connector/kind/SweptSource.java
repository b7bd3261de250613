package io.painchain.connector.kind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.model.event.EventDraft;

/**
 * One kind as the sweep reads it.
 *
 * @param <T> the provider's records
 * @param <S> the kind's slice
 */
public interface SweptSource<T, S, R extends PageReader> {

    ChangeKind<S> owner();

    /** The ledger's key of what it belongs to. */
    String source();

    /** Tells it from others of the same key. */
    default String name() {
        return source();
    }

    /** The lists that show it, of disjoint times. */
    List<SweptList> lists(Instant from, Instant now);

    /** How these lists read. */
    SweptPages.Shape<T> shape();

    /**
     * What a list shows.
     *
     * @param tags its pages when it was read last, with their ETags; empty: not to be relied on
     * @return empty where nothing of it changed since then
     */
    default Optional<SweptPages<T>> read(R reader, Known<S> known, SweptList list, List<PageTag> tags) {
        return SweptPages.read(reader, list, tags, shape());
    }

    /** These as items; what ought to be no event is left out. */
    List<SweptItem<T>> items(R reader, Known<S> known, List<T> records);

    /** Whole drafts of what turned out to be missing, where its probes were not whole. */
    List<EventDraft> drafts(R reader, Known<S> known, List<T> missing);

    /** How many of a list are worth asking about in one sweep; the other days wait for the next. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** Of these the backend has all by now. */
    default void compared(List<T> records, Instant answeredAt) {
        // most are not asked about one by one
    }

    /** The slice that holds once they are stored. */
    default S after(S slice, List<T> missing) {
        return slice;
    }
}
