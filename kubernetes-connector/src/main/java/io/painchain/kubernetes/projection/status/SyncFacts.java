package io.painchain.kubernetes.projection.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.projection.Json;
import io.painchain.kubernetes.projection.Managed;
import io.painchain.kubernetes.projection.Meta;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.Redaction;

/**
 * What a GitOps controller applied and is applying; values and parameters are not looked at.
 *
 * @param operations oldest first
 * @param source the object that names the repository; {@code null}: the repository is in {@code repository}
 */
public record SyncFacts(List<Operation> operations, String repository, String source, String destination) {

    /** @param mark as the object writes it, which makes an id */
    public record Operation(String mark, String status, Instant begin, Instant end, String revision, String initiator,
            boolean automated, String message, String chart, String chartVersion) {

        public Operation begun(Instant at) {
            return new Operation(mark, status, at, end, revision, initiator, automated, message, chart, chartVersion);
        }
    }

    public static ObjectState argo(JsonNode object, Digests digests) {
        JsonNode status = object.path("status");
        List<Operation> operations = new ArrayList<>();
        for (JsonNode entry : status.path("history")) {
            String started = entry.path("deployStartedAt").asText();
            JsonNode by = entry.path("initiatedBy");
            if (!started.isEmpty()) {
                operations.add(new Operation(started, "success", Json.time(entry.path("deployStartedAt")),
                        Json.time(entry.path("deployedAt")), revision(entry), Json.text(by.path("username")),
                        by.path("automated").asBoolean(), null, null, null));
            }
        }
        JsonNode operation = status.path("operationState");
        String started = operation.path("startedAt").asText();
        if (!started.isEmpty()) {
            operations.removeIf(known -> known.mark().equals(started));
            operations.add(running(operation, started));
        }
        JsonNode source = object.path("spec").has("source") ? object.path("spec").path("source")
                : object.path("spec").path("sources").path(0);
        return state(object, new SyncFacts(operations, Redaction.withoutUsers(Json.text(source.path("repoURL"))), null,
                Json.text(object.path("spec").path("destination").path("namespace"))), digests);
    }

    private static Operation running(JsonNode operation, String started) {
        String phase = operation.path("phase").asText();
        String word = phase.equals("Succeeded") ? "success"
                : phase.equals("Failed") || phase.equals("Error") ? "failure" : "in_progress";
        JsonNode by = operation.path("operation").path("initiatedBy");
        String revision = revision(operation.path("syncResult"));
        return new Operation(started, word, Json.time(operation.path("startedAt")), Json.time(operation.path("finishedAt")),
                revision == null ? Json.text(operation.path("operation").path("sync").path("revision")) : revision,
                Json.text(by.path("username")), by.path("automated").asBoolean(),
                word.equals("success") ? null : Redaction.message(Json.text(operation.path("message"))), null, null);
    }

    private static String revision(JsonNode entry) {
        String one = Json.text(entry.path("revision"));
        return one == null ? Json.text(entry.path("revisions").path(0)) : one;
    }

    public static ObjectState kustomization(JsonNode object, Digests digests) {
        JsonNode status = object.path("status");
        String attempted = Json.text(status.path("lastAttemptedRevision"));
        String applied = Json.text(status.path("lastAppliedRevision"));
        JsonNode ready = Json.condition(status, "Ready");
        Instant at = Json.time(ready.path("lastTransitionTime"));
        List<Operation> operations = new ArrayList<>();
        if (attempted != null) {
            boolean done = attempted.equals(applied) && ready.path("status").asText().equals("True");
            boolean failed = ready.path("status").asText().equals("False") && ready.path("reason").asText().endsWith("Failed");
            String word = done ? "success" : failed ? "failure" : "in_progress";
            operations.add(new Operation(attempted, word, at, done || failed ? at : null, attempted, null, true,
                    failed ? Redaction.message(Json.text(ready.path("message"))) : null, null, null));
        }
        JsonNode source = object.path("spec").path("sourceRef");
        String name = source.path("kind").asText().equals("GitRepository") ? source.path("name").asText() : null;
        String namespace = source.path("namespace").asText(object.path("metadata").path("namespace").asText());
        return state(object, new SyncFacts(operations, null, name == null ? null : namespace + "/" + name,
                Json.text(object.path("spec").path("targetNamespace"))), digests);
    }

    public static ObjectState helmRelease(JsonNode object, Digests digests) {
        List<Operation> operations = new ArrayList<>();
        for (JsonNode entry : object.path("status").path("history")) {
            String status = entry.path("status").asText();
            String word = switch (status) {
                case "deployed" -> "success";
                case "failed" -> "failure";
                case "superseded" -> "superseded";
                default -> "in_progress";
            };
            Instant at = Json.time(entry.path("lastDeployed"));
            operations.add(0, new Operation("v" + entry.path("version").asLong(), word, at,
                    word.equals("in_progress") ? null : at, null, null, true, null, Json.text(entry.path("chartName")),
                    Json.text(entry.path("chartVersion"))));
        }
        return state(object, new SyncFacts(operations, null, null, Json.text(object.path("spec").path("targetNamespace"))),
                digests);
    }

    /** Where Flux reads from: its address alone. */
    public static ObjectState gitRepository(JsonNode object, Digests digests) {
        return state(object, new SyncFacts(List.of(), Redaction.withoutUsers(Json.text(object.path("spec").path("url"))), null,
                null), digests);
    }

    private static ObjectState state(JsonNode object, SyncFacts facts, Digests digests) {
        Meta meta = Meta.of(object);
        Managed managed = new Managed(object);
        Instant newest = Json.newest(facts.operations().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.begin(), one.end())).toList());
        return ObjectState.of(meta, managed, managed.of(List.of("spec")), digests.of(facts.operations().toString()), facts)
                .asOf(newest);
    }
}
