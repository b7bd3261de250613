package io.painchain.connector.crawl;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.detail.OpenDetails;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptInTurn;
import io.painchain.connector.kind.SweptInTurn.Result;
import io.painchain.connector.kind.SweptInTurn.Turn;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.Gap;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.sweep.SweepState;
import io.painchain.connector.sweep.SweptDays;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;

/** Repairs what polling missed in the last 30 days: asks the backend about the days whose digests changed. */
public final class Sweep<R extends PageReader> {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final Duration REACH = Duration.ofDays(30);
    /** Bound on items held for one question to the backend; beyond it the lists so far are handled first. */
    private static final int HELD = 500;

    private record Shown<T, S, R extends PageReader>(SweptSource<T, S, R> source, SweptList list, SweptDays days,
            List<SweptItem<T>> doubtful, List<PageTag> tags, Instant answeredAt, List<Gap> gaps) {
    }

    private final CrawlContext with;
    private final List<SweptSource<?, ?, R>> sources;
    private final List<SweptInTurn<?, R>> inTurn;
    private final MissingProbe probe;
    private final Runnable gaveWay;
    private volatile Instant comparedAt = Instant.MIN;
    private volatile Instant reported = Instant.MIN;

    public Sweep(CrawlContext with, List<SweptSource<?, ?, R>> sources, List<SweptInTurn<?, R>> inTurn, Runnable gaveWay) {
        this.with = with;
        this.sources = sources;
        this.inTurn = inTurn;
        this.probe = new MissingProbe(with);
        this.gaveWay = gaveWay;
    }

    /** What fails is left to the next one; throws where everything else would fail, too. */
    public void runIfDue(Timetable timetable, boolean room, Supplier<R> readers, RepositoryStanding standing) {
        if (!timetable.sweepIsDue(with.clock().instant(), room)) {
            return;
        }
        boolean whole = false;
        try {
            run(readers.get(), standing);
            comparedAt = with.clock().instant();
            whole = true;
        } catch (ProviderException e) {
            if (e.concernsAll()) {
                throw e;
            }
            LOG.debugf(e, "Integration %s: the sweep of %s", with.integrationId(), standing.state().project());
        }
        timetable.swept(with.clock().instant(), whole);
    }

    /** The ledger's line of the last comparison, where there is a new one. */
    public List<Coverage> lines(String repository) {
        Instant at = comparedAt;
        return at.equals(reported) ? List.of()
                : List.of(new Coverage(repository, Coverage.SWEEP, at.minus(REACH), at, at, List.of()));
    }

    public void reported(Collection<Coverage> lines) {
        lines.stream().filter(line -> line.source().equals(Coverage.SWEEP)).forEach(line -> reported = line.verifiedAt());
    }

    private void run(R reader, RepositoryStanding standing) {
        Instant now = with.clock().instant();
        boolean whole = reader.readsWhole("/sweep", standing.state().sweep().wholeAt());
        List<String> lists = new ArrayList<>();
        List<Shown<?, ?, R>> shown = new ArrayList<>();
        try {
            for (SweptSource<?, ?, R> source : sources) {
                for (SweptList list : source.lists(from(source.source(), standing.state(), now), now)) {
                    lists.add(list.name());
                    readable(reader, () -> read(source, list, whole, reader, standing.state()).ifPresent(shown::add));
                    if (shown.stream().mapToInt(one -> one.doubtful().size()).sum() >= HELD) {
                        goInto(shown, reader, standing);
                    }
                }
            }
        } finally {
            // Also after a failed list: the others have cost quota.
            goInto(shown, reader, standing);
        }
        inTurn.forEach(one -> lists.addAll(read(one, whole, now, reader, standing)));
        SweepState swept = standing.state().sweep();
        store(Findings.none(standing.state().with(
                swept.whole(whole ? now : swept.wholeAt(), lists, SweptList.dayOf(now.minus(REACH))))), reader, standing);
    }

    /** Skips an unreadable list and sweeps the rest; the regular read reports it. */
    private void readable(R reader, Runnable part) {
        reader.details().attempt(() -> {
            part.run();
            return true;
        });
    }

    /** Whole days, or the oldest one's digest would change each hour. */
    private static Instant from(String source, RepositoryState state, Instant now) {
        Instant reach = now.minus(REACH).truncatedTo(ChronoUnit.DAYS);
        return state.coveredFrom(source).isAfter(reach) ? state.coveredFrom(source) : reach;
    }

    private <T, S> Optional<Shown<T, S, R>> read(SweptSource<T, S, R> source, SweptList list, boolean whole, R reader,
            RepositoryState state) {
        Known<S> known = state.knownTo(source.owner());
        Optional<SweptPages<T>> read = source.read(reader, known, list, whole ? List.of() : state.sweep().pagesOf(list));
        if (read.isEmpty() || reader.moved()) {
            return Optional.empty();
        }
        List<SweptItem<T>> items = source.items(reader, known, read.get().records()).stream()
                .filter(item -> list.holds(item.at())).toList();
        SweptDays days = SweptDays.of(items, list, state.sweep().daysOf(source.name()), source.most());
        return Optional.of(new Shown<>(source, list, days, days.doubtful(items), read.get().tags(), reader.answeredAt(),
                read.get().cut() ? List.of(gap(source.source(), list.from(), end(list, reader.answeredAt()))) : List.of()));
    }

    private static Instant end(SweptList list, Instant now) {
        return list.to().isAfter(now) ? now : list.to();
    }

    /** What the list did not show was not compared; a list in order of time breaks off at its far end. */
    private Gap gap(String source, Instant from, Instant to) {
        return new Gap(with.kinds().wordsOf(source), from, to, with.clock().instant());
    }

    private void goInto(List<Shown<?, ?, R>> shown, R reader, RepositoryStanding standing) {
        List<Shown<?, ?, R>> taken = List.copyOf(shown);
        shown.clear();
        if (taken.isEmpty()) {
            return;
        }
        Set<SweptItem<?>> missing = probe.missing(taken.stream().flatMap(one -> one.doubtful().stream()).toList(),
                standing.state());
        for (Shown<?, ?, R> one : taken) {
            readable(reader, () -> goInto(one, missing, reader, standing));
        }
    }

    private <T, S> void goInto(Shown<T, S, R> shown, Set<SweptItem<?>> allMissing, R reader, RepositoryStanding standing) {
        RepositoryState state = standing.state();
        SweptSource<T, S, R> source = shown.source();
        List<T> missing = probe.records(shown.doubtful(), allMissing, state, source.name());
        List<EventDraft> drafts = missing.isEmpty() ? List.of() : source.drafts(reader, state.knownTo(source.owner()), missing);
        source.compared(shown.doubtful().stream().map(SweptItem::record).toList(), shown.answeredAt());
        SweepState swept = state.sweep().with(source.name(), shown.list(), shown.days().after())
                .with(shown.list(), shown.days().complete() ? shown.tags() : List.of());
        RepositoryState after = state.with(source.owner(), source.after(state.of(source.owner()), missing)).with(swept)
                .lacking(shown.gaps());
        store(new Findings(drafts, List.of(), after), reader, standing);
    }

    private <S> List<String> read(SweptInTurn<S, R> source, boolean whole, Instant now, R reader, RepositoryStanding standing) {
        S slice = standing.state().of(source.owner());
        List<String> lists = source.lists(slice);
        for (String list : source.turn(slice, standing.state().sweep())) {
            readable(reader, () -> {
                RepositoryState state = standing.state();
                Instant from = from(source.source(), state, now);
                Result result = source.read(reader, new Turn<>(state.knownTo(source.owner()), state.sweep(), list, from, whole,
                        probe.lacking(state)));
                List<Gap> gaps = result.cut() ? List.of(gap(source.source(), from, now)) : List.of();
                store(new Findings(result.drafts(), List.of(), state.with(result.sweep()).lacking(gaps)), reader, standing);
            });
        }
        return lists;
    }

    private void store(Findings found, R reader, RepositoryStanding standing) {
        OpenDetails details = found.state().details().after(reader.details(), with.clock().instant());
        Findings whole = new Findings(found.drafts(), found.unreadable(), found.state().with(details));
        if (!reader.moved() && !standing.store(whole, List.of())) {
            gaveWay.run();
        }
    }
}
