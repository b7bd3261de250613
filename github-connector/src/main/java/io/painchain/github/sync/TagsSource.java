package io.painchain.github.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.painchain.connector.provider.ProviderException;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RefMapper;
import io.painchain.model.event.EventDraft;

/** Tags that come and go: from the feed, which knows when, and from their list, which misses none. */
final class TagsSource implements Source {

    private static final String TOO_MANY = "Tags are not compared, only the events feed tells of them: there are more than "
            + TagListing.MOST + ", or as many as are too long to remember";

    private final List<RefChange> heard = new ArrayList<>();

    /** What the feed told; it counts once it is stored. */
    void hear(List<RefChange> changes) {
        heard.addAll(changes);
    }

    @Override
    public Crawl read(RepositoryReader reader, RepositoryState state) {
        TagsState known = state.tags();
        boolean whole = !heard.isEmpty() || reader.readsWhole("/tags", known.readAt());
        TagListing listing = readable(reader, known, whole);
        TagBook book = new TagBook(known);
        heard.forEach(book::hear);
        if (listing.read() && !listing.tooMany()) {
            book.see(listing.commits().keySet(), listing.answeredAt(), !known.comparable());
        }
        List<EventDraft> drafts = listing.withCommits(reader, book.changes()).stream()
                .map(change -> RefMapper.toDraft(reader.scope(), change, listing.answeredAt())).toList();
        Instant readAt = listing.read() && whole ? listing.answeredAt() : known.readAt();
        TagsState now = book.state(listing.pages(), readAt, known.listed() || listing.read(), listing.tooMany());
        boolean begun = now.comparable() && !known.comparable();
        RepositoryState read = state.with(now);
        return new Crawl(drafts, List.of(), begun ? read.covering("tags", listing.answeredAt()) : read,
                now.tooMany() ? List.of(TOO_MANY) : List.of(),
                now.comparable() && !listing.pages().isEmpty() ? List.of() : List.of("tags"));
    }

    @Override
    public void stored() {
        heard.clear();
    }

    /** What the feed tells is taken also where the list may not be read. */
    private TagListing readable(RepositoryReader reader, TagsState known, boolean whole) {
        try {
            return TagListing.read(reader, known, whole);
        } catch (ProviderException e) {
            if (!e.withheld() || heard.isEmpty()) {
                throw e;
            }
            return new TagListing(false, Map.of(), List.of(), known.tooMany(), reader.clock().instant());
        }
    }
}
