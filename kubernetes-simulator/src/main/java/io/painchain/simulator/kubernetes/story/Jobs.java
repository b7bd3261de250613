package io.painchain.simulator.kubernetes.story;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;

/** Jobs, and those that CronJobs make. */
public final class Jobs {

    private static final Writer STATUS = Writer.controllerStatus();

    private final Cluster cluster;

    Jobs(Cluster cluster) {
        this.cluster = cluster;
    }

    public ObjectNode cronJob(String namespace, String name, String schedule, String image) {
        ObjectNode template = Json.object("spec", podTemplate(name, image));
        return cluster.put("CronJob", namespace, name, Json.object("spec",
                Json.object("schedule", schedule, "jobTemplate", template)), Writer.update("kubectl-client-side-apply"));
    }

    /** Runs a Job to its end; of the CronJob of that name where there is one, whose runs carry the minute. */
    public ObjectNode run(String namespace, String name, String image, Duration takes, boolean succeeds) {
        ObjectNode owner = cluster.get("CronJob", namespace, name);
        String jobName = owner == null ? name : name + "-" + cluster.instant().getEpochSecond() / 60;
        ObjectNode metadata = owner == null ? Json.object() : Json.object("ownerReferences", Cluster.ownedBy(owner));
        ObjectNode job = cluster.put("Job", namespace, jobName, Json.object("metadata", metadata, "spec",
                podTemplate(name, image)), owner == null ? Writer.update("kubectl-create") : Writer.controller());
        cluster.change(job, STATUS, changed -> changed.set("status", Json.object("active", 1, "startTime", cluster.now())));
        cluster.timeline().after(takes, () -> end(job, succeeds));
        return job;
    }

    private void end(ObjectNode job, boolean succeeds) {
        ObjectNode condition = Json.object("type", succeeds ? "Complete" : "Failed", "status", "True", "reason",
                succeeds ? "CompletionsReached" : "BackoffLimitExceeded", "message",
                succeeds ? "" : "Job has reached the specified backoff limit", "lastTransitionTime", cluster.now());
        cluster.change(job, STATUS, changed -> {
            ObjectNode status = changed.withObject("/status");
            status.remove("active");
            status.put(succeeds ? "succeeded" : "failed", 1).set("conditions", Json.array(condition));
            if (succeeds) {
                status.put("completionTime", cluster.now());
            }
        });
    }

    private static ObjectNode podTemplate(String name, String image) {
        ObjectNode spec = Json.object("containers", Json.array(Json.object("name", name, "image", image)), "restartPolicy",
                "Never");
        return Json.object("backoffLimit", 0, "template", Json.object("spec", spec));
    }
}
