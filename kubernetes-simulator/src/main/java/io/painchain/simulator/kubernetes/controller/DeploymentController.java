package io.painchain.simulator.kubernetes.controller;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.store.Writer;

/** Brings a Deployment's ReplicaSets and pods to what its spec says, one notch each second. */
final class DeploymentController {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final ReplicaSets sets;
    private final Agenda agenda;

    DeploymentController(Cluster cluster, Kubelet kubelet) {
        this.cluster = cluster;
        this.sets = new ReplicaSets(cluster, kubelet);
        this.agenda = new Agenda(cluster.timeline());
    }

    void look(ObjectNode deployment) {
        look(deployment, SOON);
    }

    private void look(ObjectNode deployment, Duration after) {
        agenda.look(deployment, after,
                () -> reconcile(Cluster.namespace(deployment), Cluster.name(deployment)));
    }

    private void reconcile(String namespace, String name) {
        ObjectNode deployment = cluster.get("Deployment", namespace, name);
        if (deployment == null) {
            return;
        }
        if (deployment.at("/spec/paused").asBoolean()) {
            observe(deployment);
            return;
        }
        ReplicaSets.Current current = sets.current(deployment);
        step(deployment, current.set());
        Progress progress = Progress.of(cluster, deployment, current);
        ObjectNode written = write(deployment, current, progress);
        if (progress.complete() && !current.isNew()) {
            sets.prune(deployment);
        } else {
            look(deployment, agenda.patience(written != deployment, deployment));
        }
    }

    private void step(ObjectNode deployment, ObjectNode set) {
        int desired = deployment.at("/spec/replicas").asInt(1);
        List<ObjectNode> old = sets.others(deployment, set);
        int oldReplicas = old.stream().mapToInt(ReplicaSets::replicas).sum();
        int ready = sets.ready(set);
        int surge = Math.max(1, desired / 4);
        sets.scale(set, oldReplicas == 0 ? desired : Math.min(desired, ready + surge));
        int excess = oldReplicas - Math.max(0, desired - ready);
        for (ObjectNode each : old) {
            int replicas = ReplicaSets.replicas(each);
            int fewer = Math.min(replicas, Math.max(0, excess));
            sets.scale(each, replicas - fewer);
            excess -= fewer;
        }
    }

    private void observe(ObjectNode deployment) {
        cluster.change(deployment, Writer.controllerStatus(), changed -> changed.withObject("/status")
                .put("observedGeneration", deployment.at("/metadata/generation").asLong()));
    }

    private ObjectNode write(ObjectNode deployment, ReplicaSets.Current current, Progress progress) {
        return cluster.change(deployment, Writer.controllerStatus(), changed -> {
            changed.withObject("/metadata/annotations").put(ReplicaSets.REVISION, current.revision());
            progress.write(changed, current, cluster.now());
        });
    }

    /** How far a rollout is. */
    private record Progress(int desired, int total, int updated, int ready, boolean stuck) {

        static Progress of(Cluster cluster, ObjectNode deployment, ReplicaSets.Current current) {
            List<ObjectNode> all = cluster.owned("ReplicaSet", deployment).stream()
                    .flatMap(set -> cluster.owned("Pod", set).stream()).toList();
            int updated = cluster.owned("Pod", current.set()).size();
            int ready = (int) all.stream().filter(Kubelet::ready).count();
            int deadline = deployment.at("/spec/progressDeadlineSeconds").asInt(600);
            String since = DeploymentConditions.progressing(deployment).path("lastUpdateTime").asText("");
            boolean stuck = !current.isNew() && !since.isEmpty()
                    && cluster.instant().isAfter(Instant.parse(since).plusSeconds(deadline));
            return new Progress(deployment.at("/spec/replicas").asInt(1), all.size(), updated, ready, stuck);
        }

        boolean complete() {
            return updated == desired && total == desired && ready == desired;
        }

        void write(ObjectNode changed, ReplicaSets.Current current, String now) {
            ObjectNode status = changed.withObject("/status");
            boolean moved = status.path("updatedReplicas").asInt() != updated || status.path("replicas").asInt() != total
                    || status.path("readyReplicas").asInt() != ready;
            Map.of("replicas", total, "updatedReplicas", updated, "readyReplicas", ready, "availableReplicas", ready)
                    .entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey))
                    .forEach(count -> status.put(count.getKey(), count.getValue()));
            status.put("observedGeneration", changed.at("/metadata/generation").asLong());
            String reason = DeploymentConditions.reason(changed, current, moved, complete(), stuck);
            DeploymentConditions.write(status, reason, Cluster.name(current.set()), ready >= desired - desired / 4, now);
        }
    }
}
