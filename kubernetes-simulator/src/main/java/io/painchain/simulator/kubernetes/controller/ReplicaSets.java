package io.painchain.simulator.kubernetes.controller;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;

/** The ReplicaSets of Deployments, one for each pod template, and their pods. */
final class ReplicaSets {

    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String HISTORY = "deployment.kubernetes.io/revision-history";

    private static final int KEPT = 10;

    private final Cluster cluster;
    private final Kubelet kubelet;
    private long lastPod;

    ReplicaSets(Cluster cluster, Kubelet kubelet) {
        this.cluster = cluster;
        this.kubelet = kubelet;
    }

    /** The set of the present template; {@code isNew} where it was not the present one before. */
    record Current(ObjectNode set, String revision, boolean isNew, boolean created) {
    }

    Current current(ObjectNode deployment) {
        String name = Cluster.name(deployment) + "-" + Hash.of(deployment.at("/spec/template"));
        List<ObjectNode> all = cluster.owned("ReplicaSet", deployment);
        long highest = all.stream().mapToLong(ReplicaSets::revision).max().orElse(0);
        ObjectNode known = cluster.get("ReplicaSet", Cluster.namespace(deployment), name);
        if (known != null && revision(known) == highest) {
            return new Current(known, String.valueOf(highest), false, false);
        }
        String next = String.valueOf(highest + 1);
        return new Current(known == null ? create(deployment, name, next) : reuse(known, next), next, true, known == null);
    }

    List<ObjectNode> others(ObjectNode deployment, ObjectNode set) {
        return cluster.owned("ReplicaSet", deployment).stream()
                .filter(other -> !other.at("/metadata/uid").equals(set.at("/metadata/uid"))).toList();
    }

    int ready(ObjectNode set) {
        return (int) cluster.owned("Pod", set).stream().filter(Kubelet::ready).count();
    }

    /** Writes the number, and makes or deletes pods to it. */
    void scale(ObjectNode set, int replicas) {
        List<ObjectNode> pods = cluster.owned("Pod", set);
        if (replicas == 0 && pods.isEmpty() && replicas(set) == 0 && set.path("status").path("replicas").asInt() == 0) {
            return;
        }
        ObjectNode scaled = cluster.change(set, Writer.controller(),
                changed -> changed.withObject("/spec").put("replicas", replicas));
        for (int i = pods.size(); i < replicas; i++) {
            String name = Cluster.name(set) + "-" + Hash.text(++lastPod + 12_345_678L * 31);
            kubelet.create(scaled, name, (ObjectNode) scaled.path("spec").path("template"), Map.of());
        }
        pods.stream().skip(replicas).forEach(cluster::delete);
        int ready = ready(set);
        cluster.change(scaled, Writer.controllerStatus(),
                changed -> changed.withObject("/status").put("replicas", replicas).put("readyReplicas", ready)
                        .put("observedGeneration", changed.path("metadata").path("generation").asLong()));
    }

    static int replicas(ObjectNode set) {
        return set.path("spec").path("replicas").asInt();
    }

    /** Deletes empty sets of old revisions beyond the limit. */
    void prune(ObjectNode deployment) {
        int kept = deployment.at("/spec/revisionHistoryLimit").asInt(KEPT);
        cluster.owned("ReplicaSet", deployment).stream().filter(set -> replicas(set) == 0)
                .sorted(Comparator.comparing(ReplicaSets::revision).reversed()).skip(kept).forEach(cluster::delete);
    }

    static long revision(ObjectNode set) {
        return set.path("metadata").path("annotations").path(REVISION).asLong();
    }

    private ObjectNode create(ObjectNode deployment, String name, String revision) {
        ObjectNode template = deployment.at("/spec/template").deepCopy();
        template.withObject("/metadata/labels").put("pod-template-hash", name.substring(name.lastIndexOf('-') + 1));
        ObjectNode annotations = Json.object("deployment.kubernetes.io/desired-replicas",
                deployment.at("/spec/replicas").asText("1"), REVISION, revision);
        ObjectNode metadata = Json.object("labels", template.at("/metadata/labels").deepCopy(), "annotations", annotations,
                "ownerReferences", Cluster.ownedBy(deployment));
        return cluster.put("ReplicaSet", Cluster.namespace(deployment), name,
                Json.object("metadata", metadata, "spec", Json.object("replicas", 0, "template", template)),
                Writer.controller());
    }

    private ObjectNode reuse(ObjectNode set, String revision) {
        return cluster.change(set, Writer.controller(), changed -> {
            ObjectNode annotations = changed.withObject("/metadata/annotations");
            String before = annotations.path(HISTORY).asText("");
            annotations.put(HISTORY, (before.isEmpty() ? "" : before + ",") + annotations.path(REVISION).asText());
            annotations.put(REVISION, revision);
        });
    }
}
