package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.model.Coverage;

/** Until when which source of a repository was read and agreed. Since when it is covered is part of the checkpoint. */
final class Ledger {

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
                lines.add(new Coverage(repository, source, from.isAfter(at) ? at : from, at, at, gaps(source, state)));
            }
        }
        return lines;
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

    private static List<Coverage.Gap> gaps(String source, RepositoryState state) {
        return state.gaps().stream().filter(gap -> Part.sourceOf(gap.source()).equals(source))
                .filter(gap -> !gap.from().isAfter(gap.to()))
                .map(gap -> new Coverage.Gap(gap.from(), gap.to(), "GitHub's list does not reach back that far")).toList();
    }
}
