package io.painchain.kubernetes.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a workload's controller is with its newest revision, in the way {@code kubectl rollout status} looks at it.
 *
 * @param seen whether the controller has seen the newest spec
 * @param endedAt when it was done, where the cluster notes that
 * @param failed beyond its deadline; it may still succeed
 */
public record RolloutProgress(boolean seen, boolean done, boolean failed, boolean paused, boolean aborted, int desired,
        int updated, int ready, Instant endedAt, Instant newest, String message) {

    static RolloutProgress of(String kind, JsonNode object) {
        return switch (kind) {
            case "StatefulSet" -> statefulSet(object);
            case "DaemonSet" -> daemonSet(object);
            case "Rollout" -> argo(object);
            default -> deployment(object);
        };
    }

    private static boolean seen(JsonNode object) {
        return object.path("status").path("observedGeneration").asLong() >= object.path("metadata").path("generation").asLong();
    }

    private static RolloutProgress deployment(JsonNode object) {
        JsonNode status = object.path("status");
        int desired = object.path("spec").path("replicas").asInt(1);
        JsonNode progressing = Json.condition(status, "Progressing");
        String reason = progressing.path("reason").asText();
        int updated = status.path("updatedReplicas").asInt();
        boolean all = updated == desired && status.path("replicas").asInt() == desired
                && status.path("availableReplicas").asInt() == desired;
        boolean available = reason.equals("NewReplicaSetAvailable");
        boolean failed = reason.equals("ProgressDeadlineExceeded") || reason.equals("FailedCreate");
        return new RolloutProgress(seen(object), all && (available || progressing.isMissingNode()), failed,
                object.path("spec").path("paused").asBoolean(), false, desired, updated, status.path("readyReplicas").asInt(),
                available || failed ? Json.time(progressing.path("lastUpdateTime")) : null, newestCondition(status),
                failed ? Redaction.message(Json.text(progressing.path("message"))) : null);
    }

    private static RolloutProgress statefulSet(JsonNode object) {
        JsonNode status = object.path("status");
        int desired = object.path("spec").path("replicas").asInt(1);
        int updated = status.path("updatedReplicas").asInt();
        boolean same = status.path("updateRevision").asText().equals(status.path("currentRevision").asText());
        boolean done = same && status.path("readyReplicas").asInt() == desired && status.path("replicas").asInt() == desired;
        return new RolloutProgress(seen(object), done, false, false, false, desired, same ? desired : updated,
                status.path("readyReplicas").asInt(), null, newestCondition(status), null);
    }

    private static RolloutProgress daemonSet(JsonNode object) {
        JsonNode status = object.path("status");
        int desired = status.path("desiredNumberScheduled").asInt();
        int updated = status.path("updatedNumberScheduled").asInt();
        boolean done = updated == desired && status.path("numberAvailable").asInt() == desired;
        return new RolloutProgress(seen(object), done, false, false, false, desired, updated,
                status.path("numberReady").asInt(), null, newestCondition(status), null);
    }

    /** Its observedGeneration is a text, and absent in old versions. */
    private static RolloutProgress argo(JsonNode object) {
        JsonNode status = object.path("status");
        String phase = status.path("phase").asText();
        String seen = status.path("observedGeneration").asText();
        boolean current = seen.isEmpty() || !seen.matches("\\d+")
                || Long.parseLong(seen) >= object.path("metadata").path("generation").asLong();
        int desired = object.path("spec").path("replicas").asInt(1);
        JsonNode progressing = Json.condition(status, "Progressing");
        boolean done = phase.equals("Healthy");
        return new RolloutProgress(current, done, phase.equals("Degraded"), phase.equals("Paused"),
                status.path("abort").asBoolean(), desired, status.path("updatedReplicas").asInt(),
                status.path("readyReplicas").asInt(),
                done || phase.equals("Degraded") ? Json.time(progressing.path("lastUpdateTime")) : null,
                newestCondition(status), done ? null : Redaction.message(Json.text(status.path("message"))));
    }

    static Instant newestCondition(JsonNode status) {
        List<Instant> moments = new ArrayList<>();
        for (JsonNode condition : status.path("conditions")) {
            moments.add(Json.time(condition.path("lastUpdateTime")));
            moments.add(Json.time(condition.path("lastTransitionTime")));
        }
        return Json.newest(moments);
    }
}
