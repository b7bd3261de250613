package io.painchain.connector.kind;

import java.util.List;
import java.util.Set;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.list.PageReader;
import io.painchain.model.event.EventDraft;

/** Where one kind of a repository is read. */
@FunctionalInterface
public interface Source<S, R extends PageReader> {

    /** @throws io.painchain.connector.provider.ProviderException where it could not be read; nothing is lost then */
    Crawl<S> read(R reader, Known<S> known);

    /** Drafts a record anew of which a detail could not be read; where that fails again the reader notes it again. */
    default Crawl<S> again(R reader, Known<S> known, OpenRecord record) {
        return Crawl.unchanged(known.slice());
    }

    /** What the sweep goes over. */
    default List<SweptSource<?, ?, R>> swept() {
        return List.of();
    }

    default List<SweptInTurn<?, R>> sweptInTurn() {
        return List.of();
    }

    /**
     * Whether it is to be read because another kind was.
     *
     * @param hinted whether the other kind was read because of a hint
     */
    default boolean isDueAfter(String other, List<EventDraft> found, boolean hinted) {
        return false;
    }

    /** What was read last is stored. */
    default void stored() {
        // most sources remember nothing of their own
    }

    /** The next read is to be of everything. */
    default void hinted() {
        // most sources always read everything
    }

    /** @param same the probe's marks that are as they were; those lists may be spared in the next read */
    default void probed(Set<String> same) {
        // most sources read one list
    }
}
