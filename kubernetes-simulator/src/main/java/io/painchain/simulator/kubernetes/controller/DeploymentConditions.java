package io.painchain.simulator.kubernetes.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Json;

/** The conditions in a Deployment's status. */
final class DeploymentConditions {

    static final String AVAILABLE = "NewReplicaSetAvailable";
    static final String EXCEEDED = "ProgressDeadlineExceeded";

    private DeploymentConditions() {
    }

    static JsonNode progressing(ObjectNode deployment) {
        return of(deployment.path("status"), "Progressing");
    }

    /** Null where the condition stays as it is, as it does while a finished rollout is only scaled. */
    static String reason(ObjectNode deployment, ReplicaSets.Current current, boolean moved, boolean complete, boolean stuck) {
        String present = progressing(deployment).path("reason").asText();
        if (current.isNew()) {
            return current.created() ? "NewReplicaSetCreated" : "FoundNewReplicaSet";
        }
        if (present.equals(AVAILABLE)) {
            return null;
        }
        if (complete) {
            return AVAILABLE;
        }
        if (stuck) {
            return present.equals(EXCEEDED) ? null : EXCEEDED;
        }
        return moved ? "ReplicaSetUpdated" : null;
    }

    static void write(ObjectNode status, String reason, String set, boolean available, String now) {
        ArrayNode conditions = Json.array(condition(of(status, "Available"), "Available", available,
                available ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable", now));
        JsonNode progressing = of(status, "Progressing");
        if (reason == null) {
            conditions.add(progressing);
        } else {
            String message = reason.equals(EXCEEDED) ? "ReplicaSet \"" + set + "\" has timed out progressing."
                    : "ReplicaSet \"" + set + "\" " + (reason.equals(AVAILABLE) ? "has successfully progressed."
                            : "is progressing.");
            conditions.add(condition(progressing, "Progressing", !reason.equals(EXCEEDED), reason, now)
                    .put("lastUpdateTime", now).put("message", message));
        }
        status.set("conditions", conditions);
    }

    private static ObjectNode condition(JsonNode before, String type, boolean is, String reason, String now) {
        String value = is ? "True" : "False";
        boolean same = before.path("status").asText().equals(value);
        return Json.object("type", type, "status", value, "reason", reason, "message", reason, "lastUpdateTime",
                same ? before.path("lastUpdateTime").asText(now) : now, "lastTransitionTime",
                same ? before.path("lastTransitionTime").asText(now) : now);
    }

    private static JsonNode of(JsonNode status, String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return Json.object();
    }
}
