package io.painchain.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.backend.coverage.CoverageView;
import io.painchain.day.Backend.Stored;
import io.painchain.simulator.day.SimulatedDay;
import io.painchain.simulator.truth.TrueEvent;
import io.painchain.simulator.truth.Truth;
import io.painchain.simulator.world.repository.Repository;

/** What the ledger claims to be in the timeline, held against what happened and what is there. */
final class Claims {

    private static final Map<String, String> SOURCES = Map.ofEntries(Map.entry("pull_request", "pulls"),
            Map.entry("pull_request_review", "pulls"), Map.entry("issue", "issues"), Map.entry("push", "pushes"),
            Map.entry("branch", "pushes"), Map.entry("commit", "commits"), Map.entry("release", "releases"),
            Map.entry("deployment", "deployments"), Map.entry("deployment_status", "deployments"),
            Map.entry("workflow_run", "runs"), Map.entry("tag", "tags"));

    private Claims() {
    }

    /** Events that are claimed to be there, happened, and are not. */
    static List<String> broken(CoverageView ledger, SimulatedDay day, List<Stored> timeline) {
        Set<String> stored = new HashSet<>(timeline.stream().map(Differences::stem).toList());
        Map<String, CoverageView.Repository> lines = ledger.repositories().stream()
                .collect(Collectors.toMap(CoverageView.Repository::name, line -> line));
        List<String> broken = new ArrayList<>();
        for (Repository repository : day.repositories()) {
            CoverageView.Repository line = lines.get(repository.nameAt(day.start()));
            for (TrueEvent event : Truth.of(repository, day.start(), repository.defaultBranch())) {
                if (!stored.contains(event.stem()) && claimed(event, line)) {
                    broken.add(event + " by " + line);
                }
            }
        }
        return broken;
    }

    /** The latest moment up to which anything is claimed to be complete. */
    static Instant latest(CoverageView ledger) {
        return ledger.repositories().stream().flatMap(line -> line.sources().stream())
                .map(CoverageView.Source::verifiedAt).max(Instant::compareTo).orElse(Instant.MIN);
    }

    private static boolean claimed(TrueEvent event, CoverageView.Repository line) {
        return line.sources().stream().filter(source -> source.source().equals(SOURCES.get(event.type())))
                .anyMatch(source -> claims(source, event.shownAt()));
    }

    static boolean claims(CoverageView.Source source, Instant at) {
        return !at.isBefore(source.from()) && !at.isAfter(source.to()) && !at.isAfter(source.verifiedAt())
                && source.gaps().stream().noneMatch(gap -> !at.isBefore(gap.from()) && !at.isAfter(gap.to()));
    }
}
