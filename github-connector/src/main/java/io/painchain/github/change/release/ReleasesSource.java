package io.painchain.github.change.release;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.Gap;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.list.Read;
import io.painchain.connector.list.Unreadable;
import io.painchain.github.api.record.Release;
import io.painchain.github.mapping.ReleaseMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Reads all pages: they are ordered by the age of the tagged commit, so a new release may be on any. */
public final class ReleasesSource implements Source<ReleasesState, RepositoryReader> {

    private static final int PAGES = 100;
    private static final int TAGS_KEPT = 50;

    @Override
    public Crawl<ReleasesState> read(RepositoryReader reader, Known<ReleasesState> known) {
        ReleasesState slice = known.slice();
        boolean first = slice.readAt() == null;
        boolean whole = reader.readsWhole("/releases", slice.readAt());
        List<Read<Release>> changed = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        List<PageTag> pages = new ArrayList<>();
        Instant answeredAt = null;
        PageTurns<Release> turns = new PageTurns<>(reader.url("/releases?per_page=100"), PAGES, url -> linked(
                reader.page(url, whole ? null : etagOf(slice, url), null, Release.class), slice, url));
        while (turns.more()) {
            Page<Release> page = turns.turn();
            answeredAt = answeredAt == null ? page.answeredAt() : answeredAt;
            Instant readAt = page.answeredAt();
            page.items().forEach(release -> changed.add(new Read<>(release, readAt)));
            unreadable.addAll(page.unreadable());
            pages.add(new PageTag(page.url().toString(), page.etag()));
        }
        Instant floor = first ? floorOf(changed) : slice.floor();
        List<EventDraft> drafts = changed.stream()
                .filter(release -> floor == null || !release.value().moment().isBefore(floor))
                .map(release -> ReleaseMapper.toDraft(reader.scope(), release.value(), release.answeredAt())).toList();
        ReleasesState releases = new ReleasesState(pages.size() > TAGS_KEPT ? pages.subList(0, TAGS_KEPT) : pages, floor,
                whole ? answeredAt : slice.readAt());
        return new Crawl<>(drafts, unreadable, releases)
                .with(turns.cut() ? new Gap("releases", Instant.EPOCH, answeredAt, answeredAt) : null)
                .covering("releases", first ? floor == null ? Instant.EPOCH : floor : null);
    }

    @Override
    public List<SweptSource<?, ?, RepositoryReader>> swept() {
        return List.of(new SweptReleases());
    }

    /** A last page with a known ETag may have got a successor, which only its links show. */
    private static String etagOf(ReleasesState known, URI url) {
        return known.pages().stream().limit(TAGS_KEPT - 1L).filter(page -> page.url().equals(url.toString())).map(PageTag::etag)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** A 304 may come without links; the page that followed before follows still. */
    private static Page<Release> linked(Page<Release> page, ReleasesState known, URI url) {
        if (!page.notModified()) {
            return page;
        }
        List<String> urls = known.pages().stream().map(PageTag::url).toList();
        int following = urls.indexOf(url.toString()) + 1;
        return following > 0 && following < urls.size() ? page.leadingTo(URI.create(urls.get(following))) : page;
    }

    private static Instant floorOf(List<Read<Release>> releases) {
        List<Instant> moments = releases.stream().map(release -> release.value().moment())
                .sorted(Comparator.reverseOrder()).toList();
        return moments.size() <= ListCrawl.FIRST_SYNC ? null : moments.get(ListCrawl.FIRST_SYNC - 1);
    }
}
