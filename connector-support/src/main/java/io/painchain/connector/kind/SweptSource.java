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

public interface SweptSource<T, S, R extends PageReader> {

    ChangeKind<S> owner();

    /** The ledger's key. */
    String source();

    default String name() {
        return source();
    }

    /** Lists of disjoint times. */
    List<SweptList> lists(Instant from, Instant now);

    SweptPages.Shape<T> shape();

    /** @return empty where nothing changed since {@code tags}; without tags the read is unconditional */
    default Optional<SweptPages<T>> read(R reader, Known<S> known, SweptList list, List<PageTag> tags) {
        return SweptPages.read(reader, list, tags, shape());
    }

    /** Omits what ought to be no event. */
    List<SweptItem<T>> items(R reader, Known<S> known, List<T> records);

    /** Complete drafts of what is missing, where the probes were partial. */
    List<EventDraft> drafts(R reader, Known<S> known, List<T> missing);

    /** Bound on items of a list to ask about in one sweep; other days wait. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** The backend has all of these now. */
    default void compared(List<T> records, Instant answeredAt) {
        // most are not asked about one by one
    }

    /** The slice once they are stored. */
    default S after(S slice, List<T> missing) {
        return slice;
    }
}
