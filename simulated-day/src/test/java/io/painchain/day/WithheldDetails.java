package io.painchain.day;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.painchain.day.Backend.Stored;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.day.SimulatedDay;
import io.painchain.simulator.fault.Condition;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.truth.WithheldDetail;

/** A share of all details that fails for good, and which events have to lack something for it. */
final class WithheldDetails {

    private static final double SHARE = 0.01;
    private static final List<String> ADDRESSES = List.of("actions/runs/*/attempts/*/jobs", "check-runs/*/annotations",
            "compare/*", "pulls/*/files", "pulls/*/commits");
    private static final List<String> REPOSITORIES = List.of("/repos/*/*/", "/repositories/*/");
    /** Other names, such as whether a pull request merges, are missing while GitHub has nothing to tell. */
    private static final Set<String> FACTS = Set.of("failed_jobs", "error_excerpt", "commits", "files", "cycle_time_seconds");

    private final GitHubSimulator gitHub;
    private final long seed;

    WithheldDetails(GitHubSimulator gitHub, long seed) {
        this.gitHub = gitHub;
        this.seed = seed;
    }

    /** To be called again where all faults were cleared; it fails for the same ones. */
    void begin() {
        ADDRESSES.forEach(address -> REPOSITORIES.forEach(repository -> gitHub.faults().forGood(repository + address,
                Condition.ALWAYS.share(SHARE, seed), Fault.status(502))));
    }

    int faults() {
        return ADDRESSES.size() * REPOSITORIES.size();
    }

    /** What events lack, by external id; steps of a pull request count as one. */
    static Set<String> lacking(List<Stored> events) {
        return events.stream().filter(event -> event.data().get("missing") instanceof Collection<?> missing
                && missing.stream().anyMatch(FACTS::contains))
                .map(event -> event.type().equals("pull_request") ? event.externalId().replaceFirst("#.*$", "")
                        : event.externalId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> all(SimulatedDay day) {
        return names(day.withheld(gitHub.faults()));
    }

    /** Those that nothing else tells. */
    Set<String> comparisons(SimulatedDay day) {
        return names(day.withheld(gitHub.faults()).stream().filter(detail -> detail.path().contains("/compare/")).toList());
    }

    private static Set<String> names(List<WithheldDetail> details) {
        return details.stream().map(WithheldDetail::event).collect(Collectors.toCollection(TreeSet::new));
    }
}
