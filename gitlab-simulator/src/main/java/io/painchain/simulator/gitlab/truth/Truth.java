package io.painchain.simulator.gitlab.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Project;

/** Everything that happened, told apart by project and time. */
public final class Truth {

    private Truth() {
    }

    /** Of all projects since that moment, oldest first. */
    public static List<TrueEvent> of(World world, Instant from) {
        List<TrueEvent> all = new ArrayList<>();
        world.projects().forEach(project -> all.addAll(of(project)));
        all.removeIf(event -> event.at().isBefore(from));
        all.sort(Comparator.comparing(TrueEvent::at).thenComparing(TrueEvent::externalId));
        return all;
    }

    /** What was true for a while since that moment, and could be seen by who looked in time. */
    public static List<TrueEvent> passing(World world, Instant from) {
        return world.projects().stream().flatMap(project -> DeliveryTruth.passing(project).stream())
                .filter(event -> !event.at().isBefore(from)).toList();
    }

    private static List<TrueEvent> of(Project project) {
        List<TrueEvent> all = new ArrayList<>(MergeRequestTruth.of(project));
        all.addAll(RepositoryTruth.of(project));
        all.addAll(DeliveryTruth.of(project));
        all.addAll(IssueTruth.of(project));
        return all;
    }
}
