package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.list.PageTag;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.sweep.SweptDays;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.model.event.EventDraft;

/**
 * Goes over the last 30 days of a repository and repairs what polling missed: re-runs, things that appeared late, things that
 * were dropped. Days that look as they did when all of them was stored are passed over; of the others the backend is asked what
 * it has, by drafts that change nothing where it has it.
 */
final class Sweep {

    private static final Duration REACH = Duration.ofDays(30);

    /** So many things that are to be asked about are held at most; else the lists before are gone into first. */
    private static final int HELD = 500;

    /** What a list showed, as far as it is to be gone into. */
    private record Shown<T>(SweptSource<T> source, SweptList list, SweptDays days, List<SweptItem<T>> doubtful,
            List<PageTag> tags, Instant answeredAt) {
    }

    private final RepositorySurroundings with;
    private final List<SweptSource<?>> sources;
    private final SweptReviews reviews = new SweptReviews();
    private final MissingProbe probe;
    private final SweptCommits commits;
    private final Runnable gaveWay;

    /** @param gaveWay told when another connector was faster, so that everything is to be read again */
    Sweep(RepositorySurroundings with, List<SweptSource<?>> sources, Runnable gaveWay) {
        this.with = with;
        this.sources = sources;
        this.probe = new MissingProbe(with);
        this.commits = new SweptCommits(new BranchPatterns(with.branches()), probe);
        this.gaveWay = gaveWay;
    }

    void run(RepositoryReader reader, RepositoryStanding standing) {
        Instant now = with.clock().instant();
        boolean whole = reader.readsWhole("/sweep", standing.state().sweep().wholeAt());
        List<String> lists = new ArrayList<>(List.of(SweptReviews.NAME));
        List<Shown<?>> shown = new ArrayList<>();
        try {
            for (SweptSource<?> source : sources) {
                for (SweptList list : source.lists(from(source.source(), standing.state(), now), now)) {
                    lists.add(list.name());
                    readable(() -> read(source, list, whole, reader, standing.state()).ifPresent(shown::add));
                    if (shown.stream().mapToInt(one -> one.doubtful().size()).sum() >= HELD) {
                        goInto(shown, reader, standing);
                    }
                }
            }
        } finally {
            // Also where a list cannot be read: the others took quota.
            goInto(shown, reader, standing);
        }
        Set<String> branches = commits.tracked(standing.state()).keySet();
        branches.forEach(branch -> lists.add(SweptCommits.listOf(branch)));
        for (String branch : commits.turn(standing.state())) {
            readable(() -> store(
                    commits.read(reader, standing.state(), branch, from("commits", standing.state(), now), whole), reader,
                    standing));
        }
        readable(() -> store(reviews.read(reader, standing.state(), from("pulls", standing.state(), now), whole), reader,
                standing));
        RepositoryState swept = standing.state();
        store(Crawl.unchanged(swept.with(swept.sweep().whole(whole ? now : swept.sweep().wholeAt(), lists, branches,
                SweptList.dayOf(now.minus(REACH))))), reader, standing);
    }

    /** What the token may not read is left out; the regular read says so. */
    private static void readable(Runnable part) {
        try {
            part.run();
        } catch (ProviderException e) {
            if (!e.withheld()) {
                throw e;
            }
        }
    }

    /** Whole days, or the oldest would look like another each hour. */
    private static Instant from(String source, RepositoryState state, Instant now) {
        Instant reach = now.minus(REACH).truncatedTo(ChronoUnit.DAYS);
        return state.coveredFrom(source).isAfter(reach) ? state.coveredFrom(source) : reach;
    }

    private static <T> Optional<Shown<T>> read(SweptSource<T> source, SweptList list, boolean whole, RepositoryReader reader,
            RepositoryState state) {
        Optional<SweptPages<T>> read = source.read(reader, state, list, whole ? List.of() : state.sweep().pagesOf(list));
        if (read.isEmpty() || reader.moved()) {
            return Optional.empty();
        }
        List<SweptItem<T>> items = source.items(reader, state, read.get().records()).stream()
                .filter(item -> list.holds(item.at())).toList();
        SweptDays days = SweptDays.of(items, list, state.sweep().daysOf(source.kind()), source.most());
        return Optional.of(new Shown<>(source, list, days, days.doubtful(items), read.get().tags(), reader.answeredAt()));
    }

    /** The backend is asked once for all lists; nearly always it lacks nothing. */
    private void goInto(List<Shown<?>> shown, RepositoryReader reader, RepositoryStanding standing) {
        List<Shown<?>> taken = List.copyOf(shown);
        shown.clear();
        if (taken.isEmpty()) {
            return;
        }
        Set<SweptItem<?>> missing = probe.missing(taken.stream().flatMap(one -> one.doubtful().stream()).toList(),
                standing.state());
        for (Shown<?> one : taken) {
            readable(() -> goInto(one, missing, reader, standing));
        }
    }

    private <T> void goInto(Shown<T> shown, Set<SweptItem<?>> allMissing, RepositoryReader reader,
            RepositoryStanding standing) {
        RepositoryState state = standing.state();
        SweptSource<T> source = shown.source();
        List<T> missing = probe.records(shown.doubtful(), allMissing, state, source.kind());
        List<EventDraft> drafts = missing.isEmpty() ? List.of() : source.drafts(reader, state, missing);
        source.compared(shown.doubtful().stream().map(SweptItem::record).toList(), shown.answeredAt());
        SweepState swept = state.sweep().with(source.kind(), shown.list(), shown.days().after())
                .with(shown.list(), shown.days().complete() ? shown.tags() : List.of());
        store(new Crawl(drafts, List.of(), source.after(state, missing).with(swept), List.of()), reader, standing);
    }

    private void store(Crawl crawl, RepositoryReader reader, RepositoryStanding standing) {
        if (!reader.moved() && !standing.store(crawl, List.of())) {
            gaveWay.run();
        }
    }
}
