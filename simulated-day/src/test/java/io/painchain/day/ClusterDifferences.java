package io.painchain.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.painchain.backend.coverage.CoverageView;
import io.painchain.day.Backend.Stored;
import io.painchain.simulator.kubernetes.day.TrueEvent;

/** What the timeline holds and what happened in the cluster; what is lost must be within a gap that the ledger names. */
final class ClusterDifferences {

    private static final int SHOWN = 20;
    /** A controller begins a moment after it was asked to, and objects write whole seconds. */
    private static final Duration EXACT = Duration.ofSeconds(5);
    /** Where the event says that nothing notes the time. */
    private static final Duration SEEN = Duration.ofMinutes(1);
    /** Sources whose changes the cluster keeps no history of. */
    private static final Map<String, String> WITHOUT_HISTORY = Map.of("scale", "scaling", "config", "config", "network",
            "network", "job_run", "jobs", "node", "nodes", "workload_problem", "problems", "gitops_sync", "gitops");

    private final Map<String, List<String>> byKind = new HashMap<>();
    private int inGaps;

    static ClusterDifferences between(List<TrueEvent> truth, List<Stored> timeline, CoverageView ledger) {
        ClusterDifferences found = new ClusterDifferences();
        Map<TrueEvent, List<Stored>> matching = new HashMap<>();
        Map<String, List<TrueEvent>> byStem = truth.stream().collect(Collectors.groupingBy(ClusterDifferences::stem));
        for (Stored stored : timeline) {
            List<TrueEvent> happened = byStem.getOrDefault(stem(stored.externalId()), List.of()).stream()
                    .filter(event -> event.is(stored.type(), stored.externalId())).toList();
            if (happened.isEmpty()) {
                found.add("that never happened", stored.toString());
            }
            happened.forEach(event -> matching.computeIfAbsent(event, first -> new ArrayList<>()).add(stored));
        }
        truth.forEach(event -> found.compare(event, matching.getOrDefault(event, List.of()), ledger));
        return found;
    }

    boolean none() {
        return byKind.isEmpty();
    }

    /** How many were lost, or bear the time of a repetition, where the ledger names a gap. */
    int inGaps() {
        return inGaps;
    }

    @Override
    public String toString() {
        return byKind.entrySet().stream()
                .map(kind -> kind.getValue().size() + " " + kind.getKey() + ":\n  "
                        + kind.getValue().stream().sorted().limit(SHOWN).collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining("\n"));
    }

    private void compare(TrueEvent event, List<Stored> stored, CoverageView ledger) {
        if (stored.isEmpty()) {
            if (isGap(event, ledger)) {
                inGaps++;
            } else {
                add("lost", event.toString());
            }
        } else if (stored.size() > 1) {
            add("doubled", stored.toString());
        } else if (event.status() != null && !List.of(event.status().split("\\|")).contains(stored.get(0).status())) {
            add("in a wrong state", event + " is stored as " + stored.get(0));
        } else if (Duration.between(event.at(), stored.get(0).timestamp()).abs().compareTo(exactness(stored.get(0))) > 0) {
            if (isGap(event, ledger)) {
                // A pod notes its last end only, so that of the first one nothing tells.
                inGaps++;
                return;
            }
            add("at a wrong time", event + " is stored as " + stored.get(0));
        }
    }

    private static Duration exactness(Stored stored) {
        return stored.data() != null && Boolean.FALSE.equals(stored.data().get("time_exact")) ? SEEN : EXACT;
    }

    private static boolean isGap(TrueEvent event, CoverageView ledger) {
        String source = WITHOUT_HISTORY.get(event.type());
        Instant at = event.at();
        return ledger.repositories().stream().flatMap(repository -> repository.sources().stream())
                .filter(each -> each.source().equals(source)).flatMap(each -> each.gaps().stream())
                .anyMatch(gap -> !at.isBefore(gap.from()) && !at.isAfter(gap.to()));
    }

    private void add(String kind, String what) {
        byKind.computeIfAbsent(kind, first -> new ArrayList<>()).add(what);
    }

    private static String stem(TrueEvent event) {
        return stem(event.externalId());
    }

    /** Up to the object's uid. */
    private static String stem(String externalId) {
        return externalId.substring(0, externalId.indexOf('@') + 1);
    }
}
