package io.painchain.connector.simple;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.draft.DraftScope;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListState;
import io.painchain.model.event.EventDraft;

/** Reads back to the oldest record that was still going on; what was posted as it is now is not posted again. */
final class ListSource<T> implements Source<ListState, ListReader> {

    private static final Duration FOLLOWED = Duration.ofDays(1);

    private final SimpleConnector<T> connector;
    private final String path;
    private final DraftScope scope;
    private Map<String, EventDraft> posted = Map.of();
    private Map<String, EventDraft> read = Map.of();

    ListSource(SimpleConnector<T> connector, String path, DraftScope scope) {
        this.connector = connector;
        this.path = path;
        this.scope = scope;
    }

    @Override
    public Crawl<ListState> read(ListReader reader, Known<ListState> known) {
        ListCrawl.Result<T> list = ListCrawl.of(reader, path, connector.list(), known.slice());
        if (list.notModified()) {
            read = posted;
            return Crawl.unchanged(list.state());
        }
        List<T> found = known.slice().neverRead() ? list.news() : list.all();
        Map<String, EventDraft> drafts = new HashMap<>();
        found.stream().filter(change -> known.slice().isNews(momentOf(change))).map(change -> connector.draft(scope, change))
                .forEach(draft -> drafts.put(draft.externalId(), draft));
        read = drafts;
        List<EventDraft> news = drafts.values().stream().filter(draft -> !draft.equals(posted.get(draft.externalId())))
                .toList();
        return new Crawl<>(news, list.unreadable(), followed(list.state(), found, list.answeredAt()))
                .covering(connector.list().words(), list.from()).with(list.gap());
    }

    @Override
    public void stored() {
        posted = read;
    }

    /** A record that goes on keeps its place in the list, so the next read has to reach it. */
    private ListState followed(ListState state, List<T> found, Instant now) {
        Optional<Instant> oldest = found.stream().filter(connector::goesOn).map(this::momentOf)
                .filter(moment -> moment.isAfter(now.minus(FOLLOWED)) && moment.isBefore(state.watermark()))
                .min(Instant::compareTo);
        return new ListState(state.url(), state.etag(), oldest.orElse(state.watermark()), state.readAt(), Map.of());
    }

    private Instant momentOf(T change) {
        return connector.list().moment().apply(change);
    }
}
