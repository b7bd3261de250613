package io.painchain.simulator.kubernetes.controller;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;

/** Brings the pods of StatefulSets and DaemonSets to the newest ControllerRevision, one pod at a time. */
final class RevisionController {

    private static final String HASH = "controller-revision-hash";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Kubelet kubelet;
    private final Agenda agenda;

    RevisionController(Cluster cluster, Kubelet kubelet) {
        this.cluster = cluster;
        this.kubelet = kubelet;
        this.agenda = new Agenda(cluster.timeline());
    }

    void look(ObjectNode workload) {
        look(workload, SOON);
    }

    private void look(ObjectNode workload, Duration after) {
        agenda.look(workload, after, () -> reconcile(cluster.get(workload.path("kind").asText(),
                Cluster.namespace(workload), Cluster.name(workload))));
    }

    private void reconcile(ObjectNode workload) {
        if (workload == null) {
            return;
        }
        String revision = Cluster.name(revision(workload));
        List<String> names = names(workload);
        cluster.owned("Pod", workload).stream().filter(pod -> !names.contains(Cluster.name(pod))).forEach(cluster::delete);
        boolean waits = replaceOne(workload, revision, names);
        List<ObjectNode> pods = cluster.owned("Pod", workload);
        int updated = (int) pods.stream().filter(pod -> isOf(pod, revision)).count();
        int ready = (int) pods.stream().filter(Kubelet::ready).count();
        ObjectNode written = cluster.change(workload, Writer.controllerStatus(),
                changed -> status(changed, names.size(), updated, ready, revision));
        if (!waits && (updated < names.size() || ready < names.size()) || pods.size() < names.size()) {
            look(workload, agenda.patience(written != workload, workload));
        }
    }

    /** Makes or replaces the next pod if all others are ready; true where nothing more is to be replaced by itself. */
    private boolean replaceOne(ObjectNode workload, String revision, List<String> names) {
        int partition = workload.at("/spec/updateStrategy/rollingUpdate/partition").asInt();
        boolean onDelete = workload.at("/spec/updateStrategy/type").asText().equals("OnDelete");
        boolean allReady = true;
        ObjectNode outdated = null;
        for (int i = 0; i < names.size(); i++) {
            ObjectNode pod = cluster.get("Pod", Cluster.namespace(workload), names.get(i));
            if (pod == null) {
                create(workload, revision, names.get(i));
                return false;
            }
            allReady &= Kubelet.ready(pod);
            outdated = i >= partition && !onDelete && !isOf(pod, revision) ? pod : outdated;
        }
        if (outdated != null && allReady) {
            cluster.delete(outdated);
            create(workload, revision, Cluster.name(outdated));
        }
        return outdated == null && allReady;
    }

    private void create(ObjectNode workload, String revision, String name) {
        kubelet.create(workload, name, (ObjectNode) workload.at("/spec/template"),
                Map.of(HASH, revision));
    }

    /** The revision of the present template; one that there is already gets the next number, as in a rollback. */
    private ObjectNode revision(ObjectNode workload) {
        String name = Cluster.name(workload) + "-" + Hash.of(workload.at("/spec/template"));
        long highest = cluster.owned("ControllerRevision", workload).stream()
                .mapToLong(each -> each.path("revision").asLong()).max().orElse(0);
        ObjectNode known = cluster.get("ControllerRevision", Cluster.namespace(workload), name);
        if (known != null && known.path("revision").asLong() == highest) {
            return known;
        }
        if (known != null) {
            return cluster.change(known, Writer.controller(), changed -> changed.put("revision", highest + 1));
        }
        ObjectNode metadata = Json.object("labels", Json.object(HASH, name), "ownerReferences", Cluster.ownedBy(workload));
        ObjectNode data = Json.object("spec", Json.object("template", workload.at("/spec/template").deepCopy()));
        return cluster.put("ControllerRevision", Cluster.namespace(workload), name,
                Json.object("metadata", metadata, "data", data, "revision", highest + 1), Writer.controller());
    }

    private List<String> names(ObjectNode workload) {
        List<String> names = new ArrayList<>();
        if (isDaemon(workload)) {
            cluster.list("Node", "", node -> true).forEach(node -> names
                    .add(Cluster.name(workload) + "-" + Hash.text(Integer.toUnsignedLong(Cluster.name(node).hashCode()))));
            return names.isEmpty() ? Collections.singletonList(Cluster.name(workload) + "-x") : names;
        }
        for (int i = 0; i < workload.at("/spec/replicas").asInt(1); i++) {
            names.add(Cluster.name(workload) + "-" + i);
        }
        return names;
    }

    private static void status(ObjectNode workload, int desired, int updated, int ready, String revision) {
        ObjectNode status = workload.withObject("/status").put("observedGeneration",
                workload.at("/metadata/generation").asLong());
        if (isDaemon(workload)) {
            status.put("desiredNumberScheduled", desired).put("currentNumberScheduled", desired).put("numberReady", ready)
                    .put("numberAvailable", ready).put("updatedNumberScheduled", updated).put("numberMisscheduled", 0);
            return;
        }
        status.put("replicas", desired).put("readyReplicas", ready).put("availableReplicas", ready)
                .put("updatedReplicas", updated).put("updateRevision", revision);
        if (updated == desired || !status.has("currentRevision")) {
            status.put("currentRevision", revision);
        }
        status.put("currentReplicas", status.path("currentRevision").asText().equals(revision) ? updated : desired - updated);
    }

    private static boolean isDaemon(ObjectNode workload) {
        return workload.path("kind").asText().equals("DaemonSet");
    }

    private static boolean isOf(ObjectNode pod, String revision) {
        return pod.path("metadata").path("labels").path(HASH).asText().equals(revision);
    }
}
