package io.painchain.connector.kind;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.list.PageReader;
import io.painchain.connector.sweep.SweepState;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.model.event.EventDraft;

public interface SweptInTurn<S, R extends PageReader> {

    ChangeKind<S> owner();

    /** The ledger's key. */
    String source();

    List<String> lists(S slice);

    List<String> turn(S slice, SweepState sweep);

    Result read(R reader, Turn<S> turn);

    /** @param whole ignores ETags; {@code from} is the first moment that counts */
    record Turn<S>(Known<S> known, SweepState sweep, String list, Instant from, boolean whole, Lacking lacking) {
    }

    interface Lacking {

        /** @return records of items of which something was not stored; {@code name} is for the log */
        <T> List<T> of(List<SweptItem<T>> items, String name);
    }

    /** @param sweep holds once the drafts are stored; {@code cut}: the list holds more than could be read */
    record Result(List<EventDraft> drafts, SweepState sweep, boolean cut) {

        public Result(List<EventDraft> drafts, SweepState sweep) {
            this(drafts, sweep, false);
        }
    }
}
