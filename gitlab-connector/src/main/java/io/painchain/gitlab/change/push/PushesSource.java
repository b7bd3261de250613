package io.painchain.gitlab.change.push;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.list.PackedNames;
import io.painchain.gitlab.api.record.FeedEvent;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** Reads the feed to known ground; once a day, and after a push that names no refs, all branches and tags are compared. */
final class PushesSource implements Source<PushesState, ProjectReader> {

    static final String LIST = "/events?per_page=100";

    private static final ListRule<FeedEvent> RULE = new ListRule<>("pushes", FeedEvent.class, null,
            event -> event.id().toString(), FeedEvent::createdAt, event -> event.pushData() != null)
            .upTo(newest -> "&before=" + LocalDate.ofInstant(newest, ZoneOffset.UTC).plusDays(1));
    private static final Duration COMPARED = Duration.ofHours(24);
    /** As long as the feed may take to tell of a push that a list shows. */
    private static final Duration HELD = Duration.ofMinutes(3);
    /** What no line tells of even then is a mirror's. */
    private static final Duration HELD_UNNAMED = Duration.ofMinutes(30);
    private static final Duration LIVELY = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMinutes(1);
    /** A quarter of a checkpoint each. */
    private static final int MOST_CHARACTERS = 15_000;
    private static final String TOO_MANY = "Branches and tags are not compared, only the feed tells of them: there are too many";
    private static final Map<String, String> TOLD = Map.of("MergeRequest", "merge_requests", "Note", "merge_requests",
            "DiffNote", "merge_requests", "DiscussionNote", "merge_requests", "Issue", "issues", "WorkItem", "issues");

    private final boolean past;

    /** @param past for a backfill, which compares nothing */
    PushesSource(boolean past) {
        this.past = past;
    }

    @Override
    public Crawl<PushesState> read(ProjectReader reader, Known<PushesState> known) {
        PushesState slice = known.slice();
        ListCrawl.Result<FeedEvent> result = ListCrawl.of(reader, LIST, RULE, slice.feed());
        boolean first = slice.feed().neverRead();
        RefBook book = new RefBook(past ? PushesState.UNREAD : slice);
        result.news().stream().sorted(Comparator.comparing(FeedEvent::id)).forEach(book::take);
        boolean complete = past || compare(reader, slice, book);
        PushDrafts drafts = new PushDrafts(reader, slice.movements());
        List<EventDraft> found = drafts.of(book, !first);
        if (past) {
            return new Crawl<>(found, result.unreadable(), slice).with(result.gap());
        }
        Instant now = reader.now();
        boolean compared = book.unresolved() == null && isComparing(slice, now);
        PushesState after = new PushesState(result.notModified() ? slice.feed() : result.state(),
                packed(book.heads(), complete), packed(book.tags(), complete), compared ? now : slice.comparedAt(),
                book.unresolved(), drafts.toKeep());
        Crawl<PushesState> crawl = new Crawl<>(found, result.unreadable(), after).with(result.gap())
                .covering(PushKind.PUSHES, result.from()).covering(PushKind.TAGS, result.from())
                .again(again(after, result.all(), now));
        return crawl.due(first ? Set.of() : due(result.fresh())).problems(after.comparable() ? List.of() : List.of(TOO_MANY));
    }

    /** @return whether the refs are known */
    private static boolean compare(ProjectReader reader, PushesState slice, RefBook book) {
        Instant now = reader.now();
        Unresolved open = book.unresolved();
        if (open != null && open.listedAt() != null) {
            Duration held = open.exact() ? HELD : HELD_UNNAMED;
            if (!now.isBefore(open.listedAt().plus(held))) {
                book.settle();
            }
            return slice.comparable();
        }
        boolean due = open != null || !slice.comparable() && slice.comparedAt() == null || isComparing(slice, now);
        if (!due) {
            return slice.comparable();
        }
        RefLists lists = RefLists.read(reader);
        if (lists.complete() && slice.comparable()) {
            book.list(lists.branches(), lists.tags(), reader.now());
        } else {
            book.start(lists.branches(), lists.tags());
        }
        return lists.complete();
    }

    private static boolean isComparing(PushesState slice, Instant now) {
        return slice.comparedAt() == null || !now.isBefore(slice.comparedAt().plus(COMPARED));
    }

    private static String packed(Map<String, String> refs, boolean complete) {
        String packed = complete ? PackedNames.pack(refs) : null;
        return packed == null || packed.length() > MOST_CHARACTERS ? null : packed;
    }

    /** Often while something happens, and while something is to be told apart. */
    private static Duration again(PushesState slice, List<FeedEvent> shown, Instant now) {
        boolean lively = shown.stream().anyMatch(event -> event.createdAt().isAfter(now.minus(LIVELY)));
        return lively || slice.unresolved() != null ? SOON : null;
    }

    private static Set<String> due(List<FeedEvent> fresh) {
        Set<String> due = new HashSet<>();
        for (FeedEvent event : fresh) {
            if (event.pushData() != null) {
                due.add("pipelines");
            } else if (TOLD.containsKey(String.valueOf(event.targetType()))) {
                due.add(TOLD.get(event.targetType()));
            }
        }
        return due;
    }

    @Override
    public Crawl<PushesState> again(ProjectReader reader, Known<PushesState> known, OpenRecord open) {
        EventDraft draft = new PushDrafts(reader, Map.of()).again(open);
        return new Crawl<>(List.of(draft), List.of(), known.slice());
    }

    @Override
    public List<SweptSource<?, ?, ProjectReader>> swept() {
        return new ArrayList<>(List.of(new SweptFeed()));
    }
}
