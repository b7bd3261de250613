package io.painchain.simulator.kubernetes.day;

import java.time.Duration;

/** How much happens: in how many workloads, over how long; {@code cluster} is the name that the collector gives it. */
public record DaySettings(String cluster, int workloads, long seed, Duration length) {

    public static DaySettings of(String cluster, int workloads, long seed) {
        return new DaySettings(cluster, workloads, seed, Duration.ofHours(24));
    }

    public DaySettings length(Duration other) {
        return new DaySettings(cluster, workloads, seed, other);
    }

    int namespaces() {
        return Math.max(1, workloads / 20);
    }
}
