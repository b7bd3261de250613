package io.painchain.connector.crawl;

import java.util.List;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.list.Unreadable;
import io.painchain.model.event.EventDraft;

/** @param state holds once the drafts are stored and the unreadable records set aside */
public record Findings(List<EventDraft> drafts, List<Unreadable> unreadable, RepositoryState state) {

    public static Findings none(RepositoryState state) {
        return new Findings(List.of(), List.of(), state);
    }
}
