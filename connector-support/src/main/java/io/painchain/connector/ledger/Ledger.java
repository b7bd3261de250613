package io.painchain.connector.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Kinds;
import io.painchain.model.integration.Coverage;

/** When each source was last verified; since when it is covered is in the checkpoint. */
public final class Ledger {

    private final Kinds kinds;
    private final String repository;
    private final Map<String, Instant> verified = new TreeMap<>();
    private final Map<String, Instant> reported = new TreeMap<>();

    public Ledger(Kinds kinds, String repository) {
        this.kinds = kinds;
        this.repository = repository;
    }

    public void verify(Iterable<String> sources, Instant at) {
        sources.forEach(source -> verified.merge(source, at, (known, now) -> now.isAfter(known) ? now : known));
    }

    /** Ignores sources that were never read. */
    public void confirm(ChangeKind<?> kind, Instant answeredAt) {
        Instant at = answeredAt.minus(kind.lag());
        kind.keys().forEach(source -> verified.computeIfPresent(source, (any, known) -> at.isAfter(known) ? at : known));
    }

    /** @param withheld sources that were not read; a {@code null} {@code answeredAt}: the server was not asked */
    public List<Coverage> read(ChangeKind<?> kind, List<String> withheld, RepositoryState after, Instant answeredAt) {
        List<String> covered = new ArrayList<>(kind.keys());
        covered.removeAll(withheld);
        if (answeredAt != null) {
            verify(covered, answeredAt.minus(kind.lag()));
        }
        List<Coverage> lines = new ArrayList<>(lines(covered, after));
        lines.addAll(standIn(kind, after, answeredAt));
        return lines;
    }

    public List<Coverage> lines(Iterable<String> sources, RepositoryState state) {
        List<Coverage> lines = new ArrayList<>();
        for (String source : sources) {
            Instant at = verified.get(source);
            if (at != null) {
                Instant from = state.coveredFrom(source);
                Instant begin = from.isAfter(at) ? at : from;
                lines.add(new Coverage(repository, source, begin, at, at, gaps(source, state, begin, at)));
            }
        }
        return lines;
    }

    /** Lines of the kinds that the one just read stands in for. */
    public List<Coverage> standIn(ChangeKind<?> read, RepositoryState state, Instant answeredAt) {
        List<String> sources = new ArrayList<>();
        kinds.all().stream().filter(kind -> isLeftTo(read.name(), kind, state)).forEach(kind -> sources.addAll(kind.keys()));
        verify(sources, answeredAt);
        return lines(sources, state);
    }

    private static <S> boolean isLeftTo(String other, ChangeKind<S> kind, RepositoryState state) {
        return kind.leftTo(state.of(kind)).filter(other::equals).isPresent();
    }

    /** Lines verified at least {@code step} later than last reported. */
    public List<Coverage> news(RepositoryState state, Duration step) {
        List<String> due = verified.entrySet().stream()
                .filter(entry -> !reported.containsKey(entry.getKey())
                        || !reported.get(entry.getKey()).plus(step).isAfter(entry.getValue()))
                .map(Map.Entry::getKey).toList();
        return lines(due, state);
    }

    public void reported(Iterable<Coverage> lines) {
        lines.forEach(line -> reported.put(line.source(), line.verifiedAt()));
    }

    private List<Coverage.Gap> gaps(String source, RepositoryState state, Instant from, Instant to) {
        List<Coverage.Gap> gaps = new ArrayList<>();
        state.gaps().stream().filter(gap -> kinds.keyOf(gap.source()).equals(source))
                .filter(gap -> !gap.from().isAfter(gap.to())).forEach(gap -> gaps.add(
                        new Coverage.Gap(gap.from(), gap.to(), kinds.provider() + "'s list does not reach back that far")));
        state.details().givenUpOf(List.of(source)).forEach(detail -> gaps.add(new Coverage.Gap(detail.since(), detail.since(),
                kinds.wordsOf(source) + " lack details that could not be read: " + detail.why())));
        kinds.all().stream().filter(kind -> kind.keys().contains(source))
                .forEach(kind -> gaps.addAll(gaps(kind, state, from, to)));
        return gaps;
    }

    private static <S> List<Coverage.Gap> gaps(ChangeKind<S> kind, RepositoryState state, Instant from, Instant to) {
        return kind.gaps(state.of(kind), from, to);
    }
}
