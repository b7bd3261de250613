package io.painchain.simulator.kubernetes.story;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.controller.Controllers;
import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.world.change.UnknownThingException;

/** What people and tools do to workloads; the controllers play what follows. */
public final class Workloads {

    private static final String IMAGE = "/spec/template/spec/containers/0";

    private final Cluster cluster;
    private final Controllers controllers;

    Workloads(Cluster cluster, Controllers controllers) {
        this.cluster = cluster;
        this.controllers = controllers;
    }

    public ObjectNode create(Workload workload, String image, int replicas, String manager) {
        ObjectNode labels = Json.object("app", workload.name());
        ObjectNode container = Json.object("name", workload.name(), "image", image, "env", Json.array(
                Json.object("name", "LOG_LEVEL", "value", "info")));
        ObjectNode template = Json.object("metadata", Json.object("labels", labels.deepCopy()), "spec",
                Json.object("containers", Json.array(container)));
        ObjectNode spec = Json.object("replicas", workload.kind().equals("DaemonSet") ? null : replicas, "selector",
                Json.object("matchLabels", labels.deepCopy()), "template", template);
        ObjectNode object = Json.object("metadata", Json.object("labels", labels), "spec", spec);
        ObjectNode created = cluster.put(workload.kind(), workload.namespace(), workload.name(), object,
                Writer.update(manager));
        controllers.look(created);
        return created;
    }

    /** Any change of the object. */
    public ObjectNode edit(Workload workload, Writer by, Consumer<ObjectNode> change) {
        ObjectNode changed = cluster.change(present(workload), by, change);
        controllers.look(changed);
        return changed;
    }

    public ObjectNode image(Workload workload, String image, String manager) {
        return edit(workload, Writer.update(manager), changed -> changed.withObject(IMAGE).put("image", image));
    }

    /** A variable of the first container, which is replaced or added. */
    public ObjectNode variable(Workload workload, String name, String value, String manager) {
        return edit(workload, Writer.update(manager), changed -> {
            ObjectNode container = changed.withObject(IMAGE);
            ObjectNode variable = Json.object("name", name, "value", value);
            for (int i = 0; i < container.withArray("env").size(); i++) {
                if (container.at("/env/" + i + "/name").asText().equals(name)) {
                    container.withArray("env").set(i, variable);
                    return;
                }
            }
            container.withArray("env").add(variable);
        });
    }

    public ObjectNode restart(Workload workload) {
        return edit(workload, Writer.update("kubectl-rollout"), changed -> changed
                .withObject("/spec/template/metadata/annotations")
                .put("kubectl.kubernetes.io/restartedAt", cluster.now()));
    }

    public ObjectNode scale(Workload workload, int replicas, String manager) {
        return edit(workload, Writer.scale(manager), changed -> changed.withObject("/spec").put("replicas", replicas));
    }

    public ObjectNode paused(Workload workload, boolean paused) {
        return edit(workload, Writer.update("kubectl-rollout"), changed -> changed.withObject("/spec").put("paused", paused));
    }

    /** To the template before the present one, as {@code kubectl rollout undo} does. */
    public ObjectNode rollback(Workload workload) {
        ObjectNode template = previousTemplate(present(workload));
        return edit(workload, Writer.update("kubectl-rollout"),
                changed -> changed.withObject("/spec").set("template", template));
    }

    public void delete(Workload workload) {
        ObjectNode object = present(workload);
        List.of("ReplicaSet", "ControllerRevision").forEach(kind -> cluster.owned(kind, object).forEach(this::remove));
        remove(object);
    }

    public ObjectNode present(Workload workload) {
        ObjectNode present = cluster.get(workload.kind(), workload.namespace(), workload.name());
        if (present == null) {
            throw new UnknownThingException("There is no " + workload);
        }
        return present;
    }

    /** With the pods it controls. */
    private void remove(ObjectNode object) {
        cluster.owned("Pod", object).forEach(cluster::delete);
        cluster.delete(object);
    }

    private ObjectNode previousTemplate(ObjectNode workload) {
        boolean deployment = workload.path("kind").asText().equals("Deployment");
        String revision = "deployment.kubernetes.io/revision";
        Comparator<ObjectNode> byRevision = Comparator.comparingLong(each -> deployment
                ? each.path("metadata").path("annotations").path(revision).asLong()
                : each.path("revision").asLong());
        List<ObjectNode> latestFirst = cluster.owned(deployment ? "ReplicaSet" : "ControllerRevision", workload).stream()
                .sorted(byRevision.reversed()).toList();
        if (latestFirst.size() < 2) {
            throw new UnknownThingException("There is no revision before the present one");
        }
        ObjectNode template = latestFirst.get(1).at(deployment ? "/spec/template" : "/data/spec/template").deepCopy();
        ((ObjectNode) template.at("/metadata/labels")).remove("pod-template-hash");
        return template;
    }
}
