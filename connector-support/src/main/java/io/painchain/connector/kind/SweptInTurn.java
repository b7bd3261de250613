package io.painchain.connector.kind;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.list.PageReader;
import io.painchain.connector.sweep.SweepState;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.model.event.EventDraft;

/** What a sweep reads list by list, as many as fit into one, and compares in its own way. */
public interface SweptInTurn<S, R extends PageReader> {

    ChangeKind<S> owner();

    /** The ledger's key of what it belongs to. */
    String source();

    /** The names of all its lists. */
    List<String> lists(S slice);

    /** Those of them whose turn it is. */
    List<String> turn(S slice, SweepState sweep);

    Result read(R reader, Turn<S> turn);

    /**
     * @param from the first moment that counts
     * @param whole whether not to rely on ETags
     */
    record Turn<S>(Known<S> known, SweepState sweep, String list, Instant from, boolean whole, Lacking lacking) {
    }

    /** Asks the backend. */
    interface Lacking {

        /**
         * @param name what they are, for the log
         * @return the records of those items of which something was not stored
         */
        <T> List<T> of(List<SweptItem<T>> items, String name);
    }

    /** @param sweep what holds once the drafts are stored */
    record Result(List<EventDraft> drafts, SweepState sweep) {
    }
}
