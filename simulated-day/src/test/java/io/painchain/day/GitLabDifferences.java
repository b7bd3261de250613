package io.painchain.day;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.backend.coverage.CoverageView;
import io.painchain.day.Backend.Stored;
import io.painchain.simulator.gitlab.day.SimulatedDay;
import io.painchain.simulator.gitlab.truth.TrueEvent;

/** What the timeline holds, and what the ledger claims of it, against what happened at GitLab. */
final class GitLabDifferences {

    /** The truth tells the present status of these. */
    private static final Set<String> WITH_STATUS = Set.of("merge_request", "pipeline", "job", "deployment",
            "deployment_status", "issue");
    /** Of a commit only its own time is known, not when it came to the branch; of a child pipeline not when it failed. */
    private static final Map<String, String> SOURCES = Map.ofEntries(Map.entry("merge_request", "merge_requests"),
            Map.entry("issue", "issues"), Map.entry("push", "pushes"), Map.entry("branch", "pushes"),
            Map.entry("tag", "tags"), Map.entry("release", "releases"), Map.entry("job", "pipelines"));

    private GitLabDifferences() {
    }

    static List<String> between(SimulatedDay day, List<Stored> timeline) {
        Set<String> possible = new HashSet<>(day.passing().stream().map(TrueEvent::externalId).toList());
        List<TrueEvent> truth = day.truth();
        truth.forEach(event -> possible.add(event.externalId()));
        Map<String, List<Stored>> stored = timeline.stream().collect(Collectors.groupingBy(Stored::externalId));
        List<String> found = new ArrayList<>();
        stored.forEach((id, events) -> {
            if (!possible.contains(id)) {
                found.add("never happened: " + id);
            }
            if (events.size() > 1) {
                found.add("doubled: " + id);
            }
        });
        for (TrueEvent event : truth) {
            if (!stored.containsKey(event.externalId())) {
                found.add("lost: " + event);
            } else if (!isAs(event, stored.get(event.externalId()).get(0))) {
                found.add("wrong: " + event + " is stored as " + stored.get(event.externalId()));
            }
        }
        return found;
    }

    /** Events that are claimed to be there, happened, and are not. */
    static List<String> brokenClaims(CoverageView ledger, SimulatedDay day, List<Stored> timeline) {
        Set<String> stored = timeline.stream().map(Stored::externalId).collect(Collectors.toSet());
        List<String> broken = new ArrayList<>();
        for (TrueEvent event : day.truth()) {
            String source = SOURCES.get(event.type());
            if (source == null || stored.contains(event.externalId())) {
                continue;
            }
            ledger.repositories().stream().filter(line -> event.externalId().contains("-" + line.name() + "-"))
                    .flatMap(line -> line.sources().stream()).filter(claim -> claim.source().equals(source))
                    .filter(claim -> Claims.claims(claim, event.at())).forEach(claim -> broken.add(event + " by " + claim));
        }
        return broken;
    }

    private static boolean isAs(TrueEvent event, Stored stored) {
        return event.type().equals(stored.type())
                && (!WITH_STATUS.contains(event.type()) || event.status() == null || event.status().equals(stored.status()));
    }
}
