package io.painchain.connector.kind;

import java.util.List;
import java.util.Set;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.list.PageReader;
import io.painchain.model.event.EventDraft;

@FunctionalInterface
public interface Source<S, R extends PageReader> {

    /** @throws io.painchain.connector.provider.ProviderException where reading failed; nothing is lost then */
    Crawl<S> read(R reader, Known<S> known);

    /** Drafts a record anew after a failed detail; on another failure the reader notes it again. */
    default Crawl<S> again(R reader, Known<S> known, OpenRecord record) {
        return Crawl.unchanged(known.slice());
    }

    default List<SweptSource<?, ?, R>> swept() {
        return List.of();
    }

    default List<SweptInTurn<?, R>> sweptInTurn() {
        return List.of();
    }

    /** @param hinted whether the other kind was read because of a hint */
    default boolean isDueAfter(String other, List<EventDraft> found, boolean hinted) {
        return false;
    }

    default void stored() {
        // most sources remember nothing of their own
    }

    /** The next read covers everything. */
    default void hinted() {
        // most sources always read everything
    }

    /** @param same unchanged marks of the probe; their lists may be skipped in the next read */
    default void probed(Set<String> same) {
        // most sources read one list
    }
}
