package io.painchain.simulator.kubernetes.controller;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;

/** Starts pods and restarts their containers, each as its image behaves. */
public final class Kubelet {

    private static final Duration START = Duration.ofSeconds(2);
    private static final Duration RUN = Duration.ofSeconds(5);
    private static final Writer KUBELET = Writer.status("kubelet");
    private static final int LONGEST_BACK_OFF = 300;

    private final Cluster cluster;
    private final Map<String, Behaviour> behaviours = new HashMap<>();

    Kubelet(Cluster cluster) {
        this.cluster = cluster;
    }

    /** From a container's next start on. */
    public void behave(String image, Behaviour behaviour) {
        behaviours.put(image, behaviour);
    }

    static boolean ready(ObjectNode pod) {
        return pod.path("status").path("containerStatuses").path(0).path("ready").asBoolean();
    }

    void create(ObjectNode owner, String name, ObjectNode template, Map<String, String> labels) {
        ObjectNode pod = Json.object("metadata", template.path("metadata").deepCopy(), "spec",
                template.path("spec").deepCopy());
        ObjectNode metadata = pod.withObject("/metadata");
        metadata.set("ownerReferences", Cluster.ownedBy(owner));
        labels.forEach(metadata.withObject("/labels")::put);
        List<ObjectNode> nodes = cluster.list("Node", "", node -> !node.at("/spec/unschedulable").asBoolean());
        if (!nodes.isEmpty()) {
            int chosen = Math.floorMod(name.hashCode(), nodes.size());
            pod.withObject("/spec").put("nodeName", Cluster.name(nodes.get(chosen)));
        }
        ObjectNode created = cluster.put("Pod", Cluster.namespace(owner), name, pod, Writer.controller());
        boolean room = behaviour(created) != Behaviour.NO_ROOM;
        report(created, "Pending", scheduled(room), container(created, Json.object("waiting",
                Json.object("reason", "ContainerCreating"))));
        if (room) {
            cluster.timeline().after(START, () -> start(created));
        }
    }

    /** Ends the container of a running pod, which then starts as its image behaves by now. */
    public void restart(ObjectNode pod) {
        end(pod, behaviour(pod));
    }

    private void end(ObjectNode pod, Behaviour behaviour) {
        boolean memory = behaviour == Behaviour.OUT_OF_MEMORY;
        crash(pod, memory ? "OOMKilled" : "Error", memory ? 137 : 1);
    }

    private void start(ObjectNode pod) {
        switch (behaviour(pod)) {
            case FINE -> run(pod, true);
            case NEVER_READY -> run(pod, false);
            case NO_IMAGE -> waiting(pod, "ImagePullBackOff", "Back-off pulling image \"" + image(pod) + "\"");
            case NO_CONFIG -> waiting(pod, "CreateContainerConfigError", "couldn't find key PASSWORD in Secret");
            case CRASH, OUT_OF_MEMORY -> crashing(pod);
            case NO_ROOM -> report(pod, "Pending", scheduled(false), null);
        }
    }

    private void run(ObjectNode pod, boolean ready) {
        ObjectNode container = container(pod, Json.object("running", Json.object("startedAt", cluster.now())));
        report(pod, "Running", condition("Ready", ready, null), container.put("ready", ready).put("started", true));
    }

    private void waiting(ObjectNode pod, String reason, String message) {
        ObjectNode state = Json.object("waiting", Json.object("reason", reason, "message", message));
        report(pod, "Pending", condition("Ready", false, "ContainersNotReady"), container(pod, state));
    }

    private void crashing(ObjectNode pod) {
        run(pod, true);
        Behaviour behaviour = behaviour(pod);
        cluster.timeline().after(RUN, () -> end(pod, behaviour));
    }

    private void crash(ObjectNode pod, String reason, int exitCode) {
        ObjectNode present = present(pod);
        if (present == null) {
            return;
        }
        int restarts = present.at("/status/containerStatuses/0/restartCount").asInt();
        ObjectNode terminated = Json.object("exitCode", exitCode, "reason", reason, "finishedAt", cluster.now());
        int backOff = Math.min(LONGEST_BACK_OFF, 10 << Math.min(restarts, 5));
        ObjectNode state = Json.object("waiting", Json.object("reason", "CrashLoopBackOff", "message", "back-off " + backOff
                + "s restarting failed container"));
        ObjectNode container = container(pod, state).put("restartCount", restarts + 1);
        container.set("lastState", Json.object("terminated", terminated));
        report(pod, "Running", condition("Ready", false, "ContainersNotReady"), container);
        cluster.timeline().after(Duration.ofSeconds(backOff), () -> {
            if (present(pod) != null) {
                start(pod);
            }
        });
    }

    private void report(ObjectNode pod, String phase, ObjectNode condition, ObjectNode container) {
        cluster.change(pod, KUBELET, changed -> {
            ObjectNode status = changed.withObject("/status").put("phase", phase);
            status.set("conditions", Json.array(condition));
            status.set("containerStatuses", container == null ? Json.array() : Json.array(container));
        });
    }

    private ObjectNode container(ObjectNode pod, ObjectNode state) {
        ObjectNode present = present(pod);
        JsonNode before = present == null ? Json.object() : present.at("/status/containerStatuses/0");
        String digest = UUID.nameUUIDFromBytes(image(pod).getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
        return Json.object("name", pod.at("/spec/containers/0/name"), "image", image(pod), "imageID",
                image(pod).replaceFirst("[:@][^/]*$", "") + "@sha256:" + digest + digest, "ready", false, "restartCount",
                before.path("restartCount").asInt(), "state", state, "lastState",
                before.has("lastState") ? before.get("lastState") : Json.object());
    }

    private ObjectNode scheduled(boolean room) {
        return room ? condition("PodScheduled", true, null) : condition("PodScheduled", false, "Unschedulable");
    }

    private ObjectNode condition(String type, boolean status, String reason) {
        return Json.object("type", type, "status", status ? "True" : "False", "reason", reason, "lastTransitionTime",
                cluster.now());
    }

    private Behaviour behaviour(ObjectNode pod) {
        return behaviours.getOrDefault(image(pod), Behaviour.FINE);
    }

    private ObjectNode present(ObjectNode pod) {
        ObjectNode present = cluster.get("Pod", Cluster.namespace(pod), Cluster.name(pod));
        return present != null && present.at("/metadata/uid").equals(pod.at("/metadata/uid")) ? present : null;
    }

    private static String image(ObjectNode pod) {
        return pod.path("spec").path("containers").path(0).path("image").asText();
    }
}
