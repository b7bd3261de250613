package io.painchain.simulator.kubernetes.story;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.world.change.UnknownThingException;

/** The machines of the cluster. */
public final class Nodes {

    private static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";

    private final Cluster cluster;

    Nodes(Cluster cluster) {
        this.cluster = cluster;
    }

    public ObjectNode join(String name, String kubelet, String pool) {
        ObjectNode info = Json.object("kubeletVersion", kubelet, "kernelVersion", "6.1.0-28-cloud-amd64", "osImage",
                "Debian GNU/Linux 12 (bookworm)");
        ObjectNode object = Json.object("metadata", Json.object("labels", Json.object("node.kubernetes.io/pool", pool)), "spec",
                Json.object("providerID", "sim://" + name), "status",
                Json.object("nodeInfo", info, "conditions", Json.array(ready(true))));
        return cluster.put("Node", "", name, object, Writer.status("kubelet"));
    }

    public void leave(String name) {
        cluster.delete(present(name));
    }

    public void cordon(String name, boolean cordoned) {
        cluster.change(present(name), Writer.update("kubectl-cordon"), changed -> {
            ObjectNode spec = changed.withObject("/spec");
            if (cordoned) {
                spec.put("unschedulable", true);
                taint(spec, UNSCHEDULABLE);
            } else {
                spec.remove(List.of("unschedulable", "taints"));
            }
        });
    }

    /** A taint such as {@code aws-node-termination-handler/spot-itn}. */
    public void interrupt(String name, String key) {
        cluster.change(present(name), Writer.update("aws-node-termination-handler"),
                changed -> taint(changed.withObject("/spec"), key));
    }

    public void ready(String name, boolean ready) {
        cluster.change(present(name), Writer.controllerStatus(),
                changed -> changed.withObject("/status").set("conditions", Json.array(ready(ready))));
    }

    public void upgrade(String name, String kubelet, String kernel) {
        cluster.change(present(name), Writer.status("kubelet"), changed -> changed.withObject("/status/nodeInfo")
                .put("kubeletVersion", kubelet).put("kernelVersion", kernel));
    }

    private void taint(ObjectNode spec, String key) {
        ArrayNode taints = spec.withArray("taints");
        taints.add(Json.object("key", key, "effect", "NoSchedule", "timeAdded", cluster.now()));
    }

    private ObjectNode ready(boolean ready) {
        return Json.object("type", "Ready", "status", ready ? "True" : "Unknown", "reason",
                ready ? "KubeletReady" : "NodeStatusUnknown", "lastTransitionTime", cluster.now());
    }

    private ObjectNode present(String name) {
        ObjectNode node = cluster.get("Node", "", name);
        if (node == null) {
            throw new UnknownThingException("There is no node " + name);
        }
        return node;
    }
}
