package io.painchain.github.change.tag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.provider.ProviderException;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RefMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Combines the feed, which dates changes, with the list, which misses none. */
public final class TagsSource implements Source<TagsState, RepositoryReader> {

    private static final String TOO_MANY = "Tags are not compared, only the events feed tells of them: there are more than "
            + TagListing.MOST + ", or as many as are too long to remember";

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final List<RefChange> news;

    /** @param news the feed's changes; they count once stored */
    TagsSource(List<RefChange> news) {
        this.news = news;
    }

    @Override
    public List<SweptSource<?, ?, RepositoryReader>> swept() {
        return List.of(new SweptTags());
    }

    @Override
    public Crawl<TagsState> read(RepositoryReader reader, Known<TagsState> known) {
        TagsState slice = known.slice();
        boolean neverLearned = slice.comparable() && slice.commits() == null && !slice.tags().isEmpty();
        boolean whole = !news.isEmpty() || neverLearned || reader.readsWhole("/tags", slice.readAt());
        List<String> problems = new ArrayList<>();
        TagListing listing = readable(reader, slice, whole, problems);
        TagChanges book = new TagChanges(slice);
        news.forEach(book::takeFromFeed);
        if (listing.read() && !listing.tooMany()) {
            book.takeTargets(slice.tags().keySet(), listing.targets(), listing.answeredAt());
            book.takeList(listing.commits().keySet(), listing.answeredAt(), !slice.comparable());
        }
        List<EventDraft> drafts = new ArrayList<>(listing.withCommits(reader, book.changes()).stream()
                .map(change -> draft(reader, change, listing.answeredAt())).toList());
        listing.withNewCommits(reader, book.moves())
                .forEach(move -> drafts.add(RefMapper.moved(reader.scope(), move, listing.answeredAt())));
        Instant readAt = listing.read() && whole ? listing.answeredAt() : slice.readAt();
        TagsState now = book.state(listing.pages(), readAt, slice.listed() || listing.read(), listing.tooMany());
        boolean begun = now.comparable() && !slice.comparable();
        return new Crawl<>(drafts, List.of(), now).covering("tags", begun ? listing.answeredAt() : null)
                .problems(now.tooMany() ? List.of(TOO_MANY) : problems).again(problems.isEmpty() ? null : AGAIN)
                .withheld(now.comparable() && !listing.pages().isEmpty() ? List.of() : List.of("tags"));
    }

    @Override
    public void stored() {
        news.clear();
    }

    /** A commit that was asked for and not returned is named as missing. */
    private static EventDraft draft(RepositoryReader reader, RefChange change, Instant answeredAt) {
        EventDraft draft = RefMapper.toDraft(reader.scope(), change, answeredAt);
        boolean lacks = change.created() && change.sha() == null && OpenTag.record(reader, change).failed("commit");
        return lacks ? Drafts.with(draft, "missing", List.of("sha")) : draft;
    }

    @Override
    public Crawl<TagsState> again(RepositoryReader reader, Known<TagsState> known, OpenRecord open) {
        RefChange change = TagListing.asked(reader, OpenTag.change(open));
        EventDraft draft = draft(reader, change, reader.clock().instant());
        return new Crawl<>(List.of(change.sha() == null ? draft : Drafts.with(draft, "missing", null)), List.of(),
                known.slice());
    }

    /** The feed's changes are kept even where the list cannot be read. */
    private TagListing readable(RepositoryReader reader, TagsState known, boolean whole, List<String> problems) {
        try {
            return TagListing.read(reader, known, whole);
        } catch (ProviderException e) {
            if (e.concernsAll() || e.unreachable() && !e.timedOut() || news.isEmpty()) {
                throw e;
            }
            if (!e.withheld()) {
                problems.add("Tags cannot be read: " + e.getMessage());
            }
            return new TagListing(false, Map.of(), Map.of(), List.of(), known.tooMany(), reader.clock().instant());
        }
    }
}
