package io.painchain.simulator.kubernetes.day;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;

/** Writes down what must be told of each thing that is done, at the moment it is done. */
final class Truth {

    private final String clusterName;
    private final List<TrueEvent> events = new ArrayList<>();

    Truth(String clusterName) {
        this.clusterName = clusterName;
    }

    synchronized List<TrueEvent> events() {
        return List.copyOf(events);
    }

    void rollout(ObjectNode workload, long revision, String status, Instant at) {
        add("rollout", "rollout-" + identity(workload) + "." + revision, true, status, at);
    }

    void scale(ObjectNode workload, Instant at) {
        add("scale", "scale-" + identity(workload) + ".g" + workload.at("/metadata/generation").asLong(), true, null, at);
    }

    void problem(ObjectNode workload, long revision, String reason, Instant at) {
        add("workload_problem", "problem-" + identity(workload) + "." + revision + "#" + reason + "-"
                + at.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10), true, "resolved", at);
    }

    /** A change whose id carries the time at which it was written. */
    void changed(String type, ObjectNode object, Instant at) {
        add(type, type + "-" + identity(object) + "-" + at.getEpochSecond() + "-", false, null, at);
    }

    void deleted(String type, ObjectNode object, Instant at) {
        add(type, type + "-" + identity(object) + "#deleted", true, null, at);
    }

    void helm(String namespace, String release, int revision, String status, Instant at) {
        add("helm_release", "helm-" + clusterName + "/" + namespace + "/" + release + ".v" + revision + "@", false, status, at);
    }

    void argo(ObjectNode application, String status, Instant at) {
        add("gitops_sync", "argocd-" + identity(application) + "-" + at.truncatedTo(ChronoUnit.SECONDS), true, status, at);
    }

    void flux(ObjectNode kustomization, String revision, Instant at) {
        add("gitops_sync", "flux-" + identity(kustomization) + "-" + revision, true, null, at);
    }

    void job(ObjectNode job, String status, Instant at) {
        add("job_run", "job-" + identity(job), true, status, at);
    }

    void cordon(ObjectNode node, Instant at) {
        add("node", "node-" + identity(node) + "#cordon-" + at.getEpochSecond(), true, "resolved", at);
    }

    private synchronized void add(String type, String id, boolean exact, String status, Instant at) {
        events.add(new TrueEvent(type, id, exact, status, at));
    }

    private String identity(ObjectNode object) {
        String namespace = Cluster.namespace(object);
        return clusterName + "/" + (namespace.isEmpty() ? "" : namespace + "/")
                + object.path("kind").asText().toLowerCase(Locale.ROOT) + "/" + Cluster.name(object) + "@"
                + object.at("/metadata/uid").asText().substring(0, 8);
    }
}
