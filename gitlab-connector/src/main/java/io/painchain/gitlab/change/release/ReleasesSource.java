package io.painchain.gitlab.change.release;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.list.Unreadable;
import io.painchain.gitlab.api.record.Release;
import io.painchain.gitlab.mapping.ReleaseMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** A release has no time of its last change: whatever is on a changed page is drafted anew. Older pages are the sweep's. */
final class ReleasesSource implements Source<ReleasesState, ProjectReader> {

    static final String LIST = "/releases?order_by=created_at&sort=desc&per_page=100";

    private static final int PAGES = 100;
    private static final String CUT = "The oldest releases are not read: there are more than " + PAGES * 100;

    private final boolean all;

    /** @param all reads on to the floor, for the past */
    ReleasesSource(boolean all) {
        this.all = all;
    }

    @Override
    public Crawl<ReleasesState> read(ProjectReader reader, Known<ReleasesState> known) {
        ReleasesState slice = known.slice();
        boolean first = slice.readAt() == null;
        boolean whole = reader.readsWhole("/releases", slice.readAt());
        URI url = reader.url(LIST);
        String etag = whole || slice.page() == null || !slice.page().url().equals(url.toString()) ? null : slice.page().etag();
        Page<Release> page = reader.page(url, etag, null, Release.class);
        if (page.notModified()) {
            return Crawl.unchanged(slice);
        }
        List<Release> releases = new ArrayList<>(page.items());
        List<Unreadable> unreadable = new ArrayList<>(page.unreadable());
        PageTurns<Release> turns = new PageTurns<>(page, PAGES, next -> reader.page(next, Release.class));
        boolean more = turns.more();
        boolean reaches = reaches(page, slice);
        while (all && reaches && turns.more()) {
            Page<Release> next = turns.turn();
            reaches = reaches(next, slice);
            releases.addAll(next.items());
            unreadable.addAll(next.unreadable());
        }
        Instant floor = first ? floor(releases, more) : slice.floor();
        ReleasesState after = new ReleasesState(new PageTag(url.toString(), page.etag()), floor,
                whole ? page.answeredAt() : slice.readAt());
        return new Crawl<>(drafts(reader, releases, after), unreadable, after).covering(ReleaseKind.SOURCE,
                first ? floor == null ? Instant.EPOCH : floor : null)
                .problems(all && reaches && turns.cut() ? List.of(CUT) : List.of());
    }

    @Override
    public List<SweptSource<?, ?, ProjectReader>> swept() {
        return List.of(new SweptReleases());
    }

    private static boolean reaches(Page<Release> page, ReleasesState slice) {
        return page.items().stream().allMatch(release -> slice.wants(release.createdAt()));
    }

    static List<EventDraft> drafts(ProjectReader reader, List<Release> releases, ReleasesState slice) {
        return releases.stream().filter(release -> slice.wants(release.createdAt()))
                .map(release -> ReleaseMapper.toDraft(reader.scope(), release, reader.now())).toList();
    }

    private static Instant floor(List<Release> releases, boolean more) {
        List<Instant> moments = releases.stream().map(Release::createdAt).sorted(Comparator.reverseOrder()).toList();
        boolean none = moments.size() <= ListCrawl.FIRST_SYNC && !more;
        return none || moments.isEmpty() ? null : moments.get(Math.min(ListCrawl.FIRST_SYNC, moments.size()) - 1);
    }
}
