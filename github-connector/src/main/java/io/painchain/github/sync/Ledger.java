package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.model.integration.Coverage;

/** Until when which source of a repository was read and agreed. Since when it is covered is part of the checkpoint. */
final class Ledger {

    private static final String FEED_ALONE = "only the events feed tells of pushes here; it leaves some out and comes up to six"
            + " hours late";

    private final String repository;
    private final Map<String, Instant> verified = new TreeMap<>();
    private final Map<String, Instant> told = new TreeMap<>();

    Ledger(String repository) {
        this.repository = repository;
    }

    void verify(Iterable<String> sources, Instant at) {
        sources.forEach(source -> verified.merge(source, at, (known, now) -> now.isAfter(known) ? now : known));
    }

    /** The same of sources that were read before. */
    void confirm(Iterable<String> sources, Instant at) {
        sources.forEach(source -> verified.computeIfPresent(source, (any, known) -> at.isAfter(known) ? at : known));
    }

    /** The lines of these sources as they are once the state is stored. */
    List<Coverage> lines(Iterable<String> sources, RepositoryState state) {
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

    /** Where the feed stands in for the activity, it is what tells of pushes. */
    List<Coverage> feedLines(RepositoryState state, Instant answeredAt) {
        if (!state.pushes().fromFeed()) {
            return List.of();
        }
        verify(Part.PUSHES.sources(), answeredAt);
        return lines(Part.PUSHES.sources(), state);
    }

    /** The lines that were verified at least so much later than they were told last. */
    List<Coverage> news(RepositoryState state, Duration step) {
        List<String> due = verified.entrySet().stream()
                .filter(entry -> !told.containsKey(entry.getKey())
                        || !told.get(entry.getKey()).plus(step).isAfter(entry.getValue()))
                .map(Map.Entry::getKey).toList();
        return lines(due, state);
    }

    void told(Iterable<Coverage> lines) {
        lines.forEach(line -> told.put(line.source(), line.verifiedAt()));
    }

    private static List<Coverage.Gap> gaps(String source, RepositoryState state, Instant from, Instant to) {
        List<Coverage.Gap> gaps = new ArrayList<>();
        state.gaps().stream().filter(gap -> Part.sourceOf(gap.source()).equals(source))
                .filter(gap -> !gap.from().isAfter(gap.to()))
                .forEach(gap -> gaps.add(new Coverage.Gap(gap.from(), gap.to(), "GitHub's list does not reach back that far")));
        if (Part.PUSHES.sources().contains(source) && state.pushes().fromFeed()) {
            gaps.add(new Coverage.Gap(feedAlone(state.pushes(), from, to), to, FEED_ALONE));
        }
        return gaps;
    }

    /** Before that the activity told. */
    private static Instant feedAlone(PushesState pushes, Instant from, Instant to) {
        Instant since = pushes.feedFloor() == null || pushes.feedFloor().isBefore(from) ? from : pushes.feedFloor();
        return since.isAfter(to) ? to : since;
    }
}
