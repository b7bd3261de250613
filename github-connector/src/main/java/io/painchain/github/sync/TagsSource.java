package io.painchain.github.sync;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.painchain.github.github.GitHubException;
import io.painchain.github.github.Page;
import io.painchain.github.github.Ref;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RefMapper;
import io.painchain.model.EventDraft;

/** Tags that come and go: from the feed, which knows when, and from their list, which misses none. */
final class TagsSource implements Source {

    private static final int PAGES = 3;
    private static final int LONGEST_NAME = 100;

    private final List<RefChange> heard = new ArrayList<>();

    /** What the feed told; it counts once it is stored. */
    void hear(List<RefChange> changes) {
        heard.addAll(changes);
    }

    @Override
    public Crawl read(RepositoryReader reader, RepositoryState state) {
        TagsState known = state.tags();
        boolean whole = !heard.isEmpty() || reader.readsWhole("/tags", known.readAt());
        Listing listing = readable(reader, known, whole);
        TagBook book = new TagBook(known);
        heard.forEach(book::hear);
        if (listing.read() && !listing.tooMany()) {
            book.see(listing.names().keySet(), listing.answeredAt(), !known.listed());
        }
        List<EventDraft> drafts = book.changes().stream()
                .map(change -> RefMapper.toDraft(reader.scope(), withSha(change, listing), listing.answeredAt())).toList();
        Instant readAt = listing.read() && whole ? listing.answeredAt() : known.readAt();
        boolean listed = known.listed() || listing.read() && !listing.tooMany();
        RepositoryState read = state.with(book.state(listing.pages(), readAt, listed, listing.tooMany()));
        return new Crawl(drafts, List.of(), known.listed() ? read : read.covering("tags", listing.answeredAt()), List.of());
    }

    @Override
    public void stored() {
        heard.clear();
    }

    /** What the feed tells is taken also where the list may not be read. */
    private Listing readable(RepositoryReader reader, TagsState known, boolean whole) {
        try {
            return list(reader, known, whole);
        } catch (GitHubException e) {
            if (!e.withheld() || heard.isEmpty()) {
                throw e;
            }
            return new Listing(false, Map.of(), List.of(), known.tooMany(), reader.clock().instant());
        }
    }

    /** @param read whether the list was read and not just found to be as it was */
    private record Listing(boolean read, Map<String, String> names, List<PageTag> pages, boolean tooMany, Instant answeredAt) {
    }

    /** By tag, as far as the list is read, the commit that it stands for. */
    static Map<String, String> commits(RepositoryReader reader) {
        return list(reader, TagsState.UNREAD, true).names();
    }

    private static Listing list(RepositoryReader reader, TagsState known, boolean whole) {
        if (!whole && !known.pages().isEmpty() && unchanged(reader, known)) {
            return new Listing(false, Map.of(), known.pages(), known.tooMany(), reader.answeredAt());
        }
        Map<String, String> names = new HashMap<>();
        List<PageTag> pages = new ArrayList<>();
        URI next = reader.url("/tags?per_page=100");
        Instant answeredAt = null;
        boolean odd = false;
        while (next != null && pages.size() < PAGES) {
            Page<Ref> page = reader.page(next, null, null, Ref.class);
            answeredAt = page.answeredAt();
            page.items().forEach(tag -> names.put(tag.name(), tag.sha()));
            odd |= page.items().stream().anyMatch(tag -> tag.name().length() > LONGEST_NAME);
            pages.add(new PageTag(next.toString(), page.etag()));
            next = page.next();
        }
        return new Listing(true, names, pages, odd || next != null, answeredAt);
    }

    private static boolean unchanged(RepositoryReader reader, TagsState known) {
        for (PageTag page : known.pages()) {
            if (page.etag() == null || !reader.page(URI.create(page.url()), page.etag(), null, Ref.class).notModified()) {
                return false;
            }
        }
        return true;
    }

    private static RefChange withSha(RefChange change, Listing listing) {
        String sha = change.created() ? listing.names().get(change.name()) : null;
        return sha == null ? change : change.withSha(sha);
    }
}
