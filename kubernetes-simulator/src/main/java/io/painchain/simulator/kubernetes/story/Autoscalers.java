package io.painchain.simulator.kubernetes.story;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.world.change.UnknownThingException;

/** HorizontalPodAutoscalers, named as their workloads. */
public final class Autoscalers {

    private final Cluster cluster;
    private final Workloads workloads;

    Autoscalers(Cluster cluster, Workloads workloads) {
        this.cluster = cluster;
        this.workloads = workloads;
    }

    /** Creates it, or changes its bounds. */
    public ObjectNode bound(Workload workload, int least, int most, String manager) {
        ObjectNode present = present(workload);
        ObjectNode target = Json.object("apiVersion", "apps/v1", "kind", workload.kind(), "name", workload.name());
        ObjectNode object = Json.object("spec",
                Json.object("scaleTargetRef", target, "minReplicas", least, "maxReplicas", most),
                "status", present == null ? null : present.get("status"));
        return cluster.put("HorizontalPodAutoscaler", workload.namespace(), workload.name(), object, Writer.update(manager));
    }

    /** What load asks for, within the bounds. */
    public void load(Workload workload, int replicas) {
        ObjectNode autoscaler = present(workload);
        if (autoscaler == null) {
            throw new UnknownThingException("There is no autoscaler of " + workload);
        }
        int most = autoscaler.at("/spec/maxReplicas").asInt();
        int desired = Math.max(autoscaler.at("/spec/minReplicas").asInt(), Math.min(most, replicas));
        workloads.scale(workload, desired, Writer.CONTROLLER_MANAGER);
        cluster.change(autoscaler, Writer.controllerStatus(), changed -> {
            ObjectNode status = changed.withObject("/status").put("currentReplicas", desired).put("desiredReplicas", desired)
                    .put("lastScaleTime", cluster.now());
            status.set("conditions", Json.array(limited(replicas > most)));
        });
    }

    private ObjectNode limited(boolean limited) {
        return Json.object("type", "ScalingLimited", "status", limited ? "True" : "False", "reason",
                limited ? "TooManyReplicas" : "DesiredWithinRange", "lastTransitionTime", cluster.now());
    }

    private ObjectNode present(Workload workload) {
        return cluster.get("HorizontalPodAutoscaler", workload.namespace(), workload.name());
    }
}
