package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.github.github.GitHubException;
import io.painchain.model.EventDraft;

/**
 * Goes over the last 30 days of a repository and repairs what polling missed: re-runs, things that appeared late, things that
 * were dropped. Days that look as they did when all of them was stored are passed over; of the others the backend is asked what
 * it has, by drafts that change nothing where it has it.
 */
final class Sweep {

    private static final Duration REACH = Duration.ofDays(30);

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
        for (SweptSource<?> source : sources) {
            for (SweptList list : source.lists(from(source.source(), standing.state(), now), now)) {
                lists.add(list.name());
                readable(() -> sweep(source, list, whole, reader, standing));
            }
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
        } catch (GitHubException e) {
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

    private <T> void sweep(SweptSource<T> source, SweptList list, boolean whole, RepositoryReader reader,
            RepositoryStanding standing) {
        RepositoryState state = standing.state();
        Optional<SweptPages<T>> read = source.read(reader, state, list, whole ? List.of() : state.sweep().pagesOf(list));
        if (read.isEmpty() || reader.moved()) {
            return;
        }
        List<SweptItem<T>> items = source.items(reader, state, read.get().records()).stream()
                .filter(item -> list.holds(item.at())).toList();
        SweptDays days = SweptDays.of(items, list, state.sweep().daysOf(source.kind()), source.most());
        List<SweptItem<T>> doubtful = days.doubtful(items);
        List<T> missing = probe.missing(doubtful, state, source.kind());
        List<EventDraft> drafts = missing.isEmpty() ? List.of() : source.drafts(reader, state, missing);
        source.compared(doubtful.stream().map(SweptItem::record).toList(), reader.answeredAt());
        SweepState swept = state.sweep().with(source.kind(), days.after())
                .with(list, days.complete() ? read.get().tags() : List.of());
        store(new Crawl(drafts, List.of(), source.after(state, missing).with(swept), List.of()), reader, standing);
    }

    private void store(Crawl crawl, RepositoryReader reader, RepositoryStanding standing) {
        if (!reader.moved() && !standing.store(crawl, List.of())) {
            gaveWay.run();
        }
    }
}
