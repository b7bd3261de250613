package io.painchain.simulator.kubernetes.story;

/** A Deployment, StatefulSet or DaemonSet by name. */
public record Workload(String kind, String namespace, String name) {

    public static Workload deployment(String namespace, String name) {
        return new Workload("Deployment", namespace, name);
    }
}
