package io.painchain.github.sync;

import java.util.List;

import io.painchain.connector.list.Unreadable;
import io.painchain.model.event.EventDraft;

/**
 * What a source found.
 *
 * @param state what holds once the drafts are stored and the unreadable records set aside
 * @param problems parts of the source that could not be read, each a sentence; the rest was
 * @param withheld the ledger's names of these parts
 */
record Crawl(List<EventDraft> drafts, List<Unreadable> unreadable, RepositoryState state, List<String> problems,
        List<String> withheld) {

    Crawl(List<EventDraft> drafts, List<Unreadable> unreadable, RepositoryState state, List<String> problems) {
        this(drafts, unreadable, state, problems, List.of());
    }

    static Crawl unchanged(RepositoryState state) {
        return new Crawl(List.of(), List.of(), state, List.of());
    }
}
