package io.painchain.backend.deployment.slot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.painchain.backend.deployment.fact.Leg;
import io.painchain.backend.deployment.fact.Slot;
import io.painchain.model.connector.EventState;

/**
 * Legs of one run that bring the same version to the same slot: parts of a matrix, workflows that call each other.
 *
 * @param partial whether a leg failed that no later one made good, while others were done
 */
record Deployment(String id, Slot slot, List<Leg> legs, boolean partial) {

    static final Comparator<Deployment> IN_ORDER = Comparator.comparing(Deployment::at).thenComparing(Deployment::id);

    static List<Deployment> of(Collection<Leg> legs) {
        Map<List<Object>, List<Leg>> together = new LinkedHashMap<>();
        legs.stream().sorted(Comparator.comparing(Leg::began).thenComparing(Leg::id)).forEach(leg -> together
                .computeIfAbsent(List.of(leg.slot(), leg.version(), leg.run() == null ? leg.id() : leg.run()),
                        key -> new ArrayList<>())
                .add(leg));
        return together.values().stream().map(Deployment::of).sorted(IN_ORDER).toList();
    }

    private static Deployment of(List<Leg> legs) {
        var id = legs.stream().map(Leg::id).min(Comparator.naturalOrder()).orElseThrow();
        return new Deployment(id, legs.get(0).slot(), legs, isPartial(legs));
    }

    /** Each failure is made good by one leg that began after it and was done. */
    private static boolean isPartial(List<Leg> legs) {
        var repairs = new ArrayList<>(legs.stream().filter(leg -> leg.done() != null).toList());
        if (repairs.isEmpty()) {
            return false;
        }
        for (var failed : legs.stream().filter(leg -> leg.state() == EventState.failed).toList()) {
            var repair = repairs.stream().filter(leg -> leg.began().isAfter(failed.at())).findFirst();
            if (repair.isEmpty()) {
                return true;
            }
            repairs.remove(repair.get());
        }
        return false;
    }

    String version() {
        return legs.get(0).version();
    }

    boolean production() {
        return legs.stream().anyMatch(Leg::production);
    }

    Instant began() {
        return legs.stream().map(Leg::began).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** When the last leg was; {@code null} where one still goes on, or a part failed. */
    Instant done() {
        boolean isOver = legs.stream().noneMatch(leg -> leg.state() == EventState.going || leg.state() == EventState.waiting);
        return partial || !isOver ? null
                : legs.stream().map(Leg::done).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    Instant at() {
        return done() != null ? done() : legs.stream().map(Leg::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    String state() {
        if (done() != null) {
            return EventState.done.name();
        }
        return partial ? Exclusion.partial.name() : newest().state().name();
    }

    Leg newest() {
        return legs.stream().max(Comparator.comparing(Leg::at).thenComparing(Leg::id)).orElseThrow();
    }

    /** The first that something is told of. */
    Leg.Told told() {
        return legs.stream().map(Leg::told).filter(Objects::nonNull).findFirst().orElse(null);
    }

    List<String> works() {
        var works = new LinkedHashSet<String>();
        legs.forEach(leg -> works.addAll(leg.works()));
        return List.copyOf(works);
    }

    Instant knownAt() {
        return legs.stream().map(Leg::knownAt).max(Comparator.naturalOrder()).orElseThrow();
    }
}
