package io.painchain.github.change.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.Gap;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.list.Unreadable;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.change.push.PushDrafts;
import io.painchain.github.change.push.PushKind;
import io.painchain.github.change.push.PushesState;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;
import io.painchain.model.event.EventDraft;

/** The feed is late, incomplete and trimmed: a hint only, except for pushes without activity. Its ids are no cursor. */
public final class FeedSource implements Source<ListState, RepositoryReader> {

    private static final int PAGES = 10;
    /** GitHub refuses pages beyond. */
    private static final int FULL = 300;

    private final SourceSetup setup;
    private List<RefChange> tags = List.of();

    FeedSource(SourceSetup setup) {
        this.setup = setup;
    }

    @Override
    public Crawl<ListState> read(RepositoryReader reader, Known<ListState> known) {
        PushesState pushes = known.of(PushKind.KIND);
        ListState slice = known.slice();
        URI url = reader.url("/events?per_page=100");
        boolean conditional = url.toString().equals(slice.url()) && !reader.readsWhole("/events", slice.readAt());
        Page<FeedEvent> first = reader.page(url, conditional ? slice.etag() : null, null, FeedEvent.class);
        if (first.notModified()) {
            tags = List.of();
            return Crawl.unchanged(slice).again(first.pollInterval());
        }
        List<FeedEvent> events = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        PageTurns<FeedEvent> turns = new PageTurns<>(first, PAGES, next -> reader.page(next, null, null, FeedEvent.class));
        for (Page<FeedEvent> page = first;; page = turns.turn()) {
            events.addAll(page.items());
            unreadable.addAll(page.unreadable());
            if (!pushes.fromFeed() || !turns.more() || events.size() >= FULL) {
                break;
            }
        }
        List<FeedEvent> fresh = events.stream().filter(event -> !slice.seen().containsKey(event.id())).toList();
        Map<String, Long> seen = events.stream().map(FeedEvent::id).distinct().limit(FULL)
                .collect(Collectors.toMap(id -> id, id -> 0L));
        ListState feed = new ListState(url.toString(), first.etag(), first.answeredAt(), first.answeredAt(), seen);
        tags = tags(fresh);
        Set<String> due = slice.neverRead() ? Set.of() : due(fresh);
        if (!pushes.fromFeed()) {
            return Crawl.unchanged(feed).due(due).again(first.pollInterval());
        }
        return pushes(reader, feed, pushes, fresh, unreadable, first.answeredAt())
                .with(gap(slice, events, fresh, first.answeredAt())).due(due).again(first.pollInterval());
    }

    @Override
    public void stored() {
        setup.tagNews().addAll(tags);
        tags = List.of();
    }

    private static List<RefChange> tags(List<FeedEvent> fresh) {
        return fresh.stream().map(RefChange::of).flatMap(Optional::stream).filter(RefChange::isTag)
                .sorted(Comparator.comparing(RefChange::at)).toList();
    }

    public static List<RefChange> tagsShown(RepositoryReader reader) {
        List<FeedEvent> events = new ArrayList<>();
        PageTurns<FeedEvent> turns = new PageTurns<>(reader.url("/events?per_page=100"), PAGES,
                url -> reader.page(url, null, null, FeedEvent.class));
        while (turns.more() && events.size() < FULL) {
            events.addAll(turns.turn().items());
        }
        return tags(events);
    }

    private static Crawl<ListState> pushes(RepositoryReader reader, ListState feed, PushesState known, List<FeedEvent> fresh,
            List<Unreadable> unreadable, Instant now) {
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
        return new Crawl<>(found, unreadable, feed)
                .handing(PushKind.KIND, new PushesState(known.activity(), drafts.movements(), true, newFloor))
                .covering("pushes", floor == null ? newFloor : null);
    }

    /** A full feed without any known entry has dropped some. */
    private static Gap gap(ListState known, List<FeedEvent> events, List<FeedEvent> fresh, Instant now) {
        boolean overlaps = fresh.size() < events.size();
        if (known.neverRead() || known.seen().isEmpty() || overlaps || events.size() < FULL) {
            return null;
        }
        Instant oldest = events.stream().map(FeedEvent::createdAt).min(Comparator.naturalOrder()).orElse(now);
        return new Gap("pushes", known.watermark(), oldest, now);
    }

    private Set<String> due(List<FeedEvent> fresh) {
        return setup.kinds().stream().filter(kind -> fresh.stream().anyMatch(kind::isAnnouncedBy)).map(GitHubKind::name)
                .collect(Collectors.toSet());
    }
}
