package io.painchain.github.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.list.Gap;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.Unreadable;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.RefChange;
import io.painchain.model.event.EventDraft;

/**
 * The events feed: late, incomplete and trimmed, so a hint of where to look and no more, but for pushes where nothing better
 * tells of them. Its ids are no cursor; what was on it is remembered instead.
 */
final class FeedSource {

    private static final int PAGES = 10;
    private static final int FULL = 300;

    /**
     * What the feed showed.
     *
     * @param hints what changed since it was read last
     * @param tags tags created and deleted since then
     * @param pollInterval how long GitHub asks to wait before the next poll
     */
    record News(Crawl crawl, Set<Part> hints, List<RefChange> tags, Duration pollInterval) {
    }

    News read(RepositoryReader reader, RepositoryState state) {
        boolean forPushes = state.pushes().fromFeed();
        ListState known = state.feed();
        URI url = reader.url("/events?per_page=100");
        boolean conditional = url.toString().equals(known.url()) && !reader.readsWhole("/events", known.readAt());
        Page<FeedEvent> first = reader.page(url, conditional ? known.etag() : null, null, FeedEvent.class);
        if (first.notModified()) {
            return new News(Crawl.unchanged(state), Set.of(), List.of(), first.pollInterval());
        }
        List<FeedEvent> events = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        Page<FeedEvent> page = first;
        for (int turned = 1;; turned++) {
            events.addAll(page.items());
            unreadable.addAll(page.unreadable());
            if (!forPushes || page.next() == null || turned == PAGES) {
                break;
            }
            page = reader.page(page.next(), null, null, FeedEvent.class);
        }
        List<FeedEvent> fresh = events.stream().filter(event -> !known.seen().containsKey(event.id())).toList();
        Map<String, Long> seen = events.stream().map(FeedEvent::id).distinct().limit(FULL)
                .collect(Collectors.toMap(id -> id, id -> 0L));
        ListState feed = new ListState(url.toString(), first.etag(), first.answeredAt(), first.answeredAt(), seen);
        Set<Part> hints = known.neverRead() ? EnumSet.noneOf(Part.class) : hints(fresh);
        RepositoryState read = state.with(feed);
        Crawl crawl = forPushes ? pushes(reader, read, fresh, gap(known, events, fresh, first.answeredAt()), first.answeredAt())
                : Crawl.unchanged(read);
        return new News(new Crawl(crawl.drafts(), forPushes ? unreadable : List.of(), crawl.state(), crawl.problems()), hints,
                tags(fresh), first.pollInterval());
    }

    private static List<RefChange> tags(List<FeedEvent> fresh) {
        return fresh.stream().map(RefChange::of).flatMap(Optional::stream).filter(RefChange::isTag)
                .sorted(Comparator.comparing(RefChange::at)).toList();
    }

    /** All changes of tags that the feed still shows. */
    static List<RefChange> tagsShown(RepositoryReader reader) {
        List<FeedEvent> events = new ArrayList<>();
        URI next = reader.url("/events?per_page=100");
        for (int turned = 0; next != null && turned < PAGES; turned++) {
            Page<FeedEvent> page = reader.page(next, null, null, FeedEvent.class);
            events.addAll(page.items());
            next = page.next();
        }
        return tags(events);
    }

    private static Crawl pushes(RepositoryReader reader, RepositoryState state, List<FeedEvent> fresh, Gap gap, Instant now) {
        PushesState known = state.pushes();
        Instant floor = known.feedFloor();
        List<Push> pushes = fresh.stream().map(Push::of).flatMap(Optional::stream)
                .filter(push -> floor == null || !push.at().isBefore(floor))
                .sorted(Comparator.comparing(Push::at).reversed())
                .limit(floor == null ? ListCrawl.FIRST_SYNC : Long.MAX_VALUE).toList();
        List<RefChange> refs = fresh.stream().map(RefChange::of).flatMap(Optional::stream).filter(change -> !change.isTag())
                .filter(change -> floor == null || !change.at().isBefore(floor)).toList();
        PushDrafts drafts = new PushDrafts(reader, known.movements(), true);
        List<EventDraft> found = new ArrayList<>(drafts.drafts(pushes, now, floor == null));
        found.addAll(drafts.refDrafts(refs, now));
        Instant newFloor = floor != null ? floor
                : pushes.size() < ListCrawl.FIRST_SYNC ? Instant.EPOCH : pushes.get(pushes.size() - 1).at();
        RepositoryState told = state.with(new PushesState(known.activity(), drafts.movements(), true, newFloor)).with(gap);
        return new Crawl(found, List.of(), told.covering("pushes", floor == null ? newFloor : null), List.of());
    }

    /** A full feed that shows nothing of what it showed before has run past some of it. */
    private static Gap gap(ListState known, List<FeedEvent> events, List<FeedEvent> fresh, Instant now) {
        boolean overlaps = fresh.size() < events.size();
        if (known.neverRead() || known.seen().isEmpty() || overlaps || events.size() < FULL) {
            return null;
        }
        Instant oldest = events.stream().map(FeedEvent::createdAt).min(Comparator.naturalOrder()).orElse(now);
        return new Gap("pushes", known.watermark(), oldest, now);
    }

    private static Set<Part> hints(List<FeedEvent> fresh) {
        Set<Part> hints = EnumSet.noneOf(Part.class);
        for (FeedEvent event : fresh) {
            switch (event.type()) {
                case "PullRequestEvent", "PullRequestReviewEvent", "PullRequestReviewCommentEvent", "IssuesEvent",
                        "IssueCommentEvent" ->
                    hints.add(Part.ITEMS);
                case "PushEvent" -> hints.add(Part.PUSHES);
                case "CreateEvent", "DeleteEvent" -> {
                    boolean ofTag = RefChange.of(event).filter(RefChange::isTag).isPresent();
                    hints.add(ofTag ? Part.TAGS : Part.PUSHES);
                }
                case "ReleaseEvent" -> hints.add(Part.RELEASES);
                default -> {
                    // stars, forks, wiki pages and the like are no change that is collected
                }
            }
        }
        return hints;
    }
}
