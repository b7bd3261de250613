package io.painchain.simulator.kubernetes.story;

import java.time.Duration;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;

/** Applications of Argo CD and Kustomizations of Flux, which apply revisions of a repository. */
public final class Gitops {

    private static final Writer ARGO = Writer.update("argocd-application-controller");
    private static final Duration TAKES = Duration.ofSeconds(6);
    private static final int KEPT = 10;

    private final Cluster cluster;

    Gitops(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What is applied: a commit of a repository, into a namespace; {@code initiator} is null where it goes by itself. */
    public record Sync(String name, String namespace, String repository, String sha, String initiator) {
    }

    /** An operation that ends some seconds later, after the changes it makes. */
    public void argoSync(Sync sync, boolean succeeds, Runnable changes) {
        String started = cluster.now();
        if (cluster.get("Application", "argocd", sync.name()) == null) {
            ObjectNode spec = Json.object("project", "default", "source", Json.object("repoURL", sync.repository(), "path",
                    "deploy", "targetRevision", "HEAD"), "destination", Json.object("namespace", sync.namespace()));
            cluster.put("Application", "argocd", sync.name(), Json.object("spec", spec), Writer.update("kubectl"));
        }
        changeApplication(sync, status -> status.set("operationState", operation(sync, started, "Running")));
        changes.run();
        cluster.timeline().after(TAKES, () -> finish(sync, started, succeeds));
    }

    public void fluxApply(Sync sync, Runnable changes) {
        String revision = "main@sha1:" + sync.sha();
        cluster.put("GitRepository", "flux-system", sync.name(), Json.object("spec",
                Json.object("url", sync.repository(), "ref", Json.object("branch", "main")), "status",
                Json.object("artifact", Json.object("revision", revision, "lastUpdateTime", cluster.now()))),
                Writer.status("source-controller"));
        if (cluster.get("Kustomization", "flux-system", sync.name()) == null) {
            ObjectNode spec = Json.object("path", "./deploy", "prune", true, "targetNamespace", sync.namespace(), "sourceRef",
                    Json.object("kind", "GitRepository", "name", sync.name()));
            cluster.put("Kustomization", "flux-system", sync.name(), Json.object("spec", spec), Writer.update("flux"));
        }
        changeKustomization(sync, revision, "False", "Progressing");
        changes.run();
        cluster.timeline().after(TAKES, () -> changeKustomization(sync, revision, "True", "ReconciliationSucceeded"));
    }

    private void finish(Sync sync, String started, boolean succeeds) {
        changeApplication(sync, status -> {
            ObjectNode operation = operation(sync, started, succeeds ? "Succeeded" : "Failed").put("finishedAt", cluster.now())
                    .put("message", succeeds ? "successfully synced (all tasks run)" : "one or more objects failed to apply");
            operation.set("syncResult", Json.object("revision", sync.sha()));
            status.set("operationState", operation);
            status.set("sync", Json.object("status", succeeds ? "Synced" : "OutOfSync", "revision", sync.sha()));
            status.put("reconciledAt", cluster.now());
            if (succeeds) {
                remember(status.withArray("history"), sync, started);
            }
        });
    }

    private void remember(ArrayNode history, Sync sync, String started) {
        int id = history.isEmpty() ? 0 : history.get(history.size() - 1).path("id").asInt() + 1;
        history.add(Json.object("id", id, "revision", sync.sha(), "deployStartedAt", started, "deployedAt", cluster.now(),
                "initiatedBy", initiator(sync), "source", Json.object("repoURL", sync.repository(), "path", "deploy")));
        while (history.size() > KEPT) {
            history.remove(0);
        }
    }

    private static ObjectNode operation(Sync sync, String started, String phase) {
        ObjectNode asked = Json.object("initiatedBy", initiator(sync), "sync", Json.object("revision", sync.sha()));
        return Json.object("operation", asked, "phase", phase, "startedAt", started);
    }

    private static ObjectNode initiator(Sync sync) {
        return sync.initiator() == null ? Json.object("automated", true) : Json.object("username", sync.initiator());
    }

    private void changeApplication(Sync sync, Consumer<ObjectNode> change) {
        cluster.change(cluster.get("Application", "argocd", sync.name()), ARGO,
                changed -> change.accept(changed.withObject("/status")));
    }

    private void changeKustomization(Sync sync, String revision, String ready, String reason) {
        cluster.change(cluster.get("Kustomization", "flux-system", sync.name()), Writer.status("kustomize-controller"),
                changed -> {
                    ObjectNode status = changed.withObject("/status").put("lastAttemptedRevision", revision);
                    if (ready.equals("True")) {
                        status.put("lastAppliedRevision", revision).put("observedGeneration", 1);
                    }
                    status.set("conditions", Json.array(Json.object("type", "Ready", "status", ready, "reason", reason,
                            "message", reason + " " + revision, "lastTransitionTime", cluster.now())));
                });
    }
}
