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
 * @param hash by which its revision is found; {@code troubles} are empty for a pod that is well
 * @param images with their digests, as they really run
 */
public record PodFacts(Meta.Owner owner, String hash, List<Trouble> troubles, List<String> images) {

    /** @param since when it began as the cluster notes it; {@code lasting} until the pod is changed, else it may be over */
    public record Trouble(String reason, String container, Instant since, int restarts, boolean lasting, String message) {
    }

    public static ObjectState of(JsonNode object, Digests digests) {
        Meta meta = Meta.of(object);
        Managed managed = new Managed(object);
        List<Trouble> troubles = troubles(object, meta, managed);
        String hash = meta.labels().get(Meta.REVISION_HASH);
        PodFacts facts = new PodFacts(meta.owner(), hash == null ? null : hash.intern(), troubles,
                images(object.path("status").path("containerStatuses")));
        int sum = troubles.stream().mapToInt(one -> one.reason().hashCode() + 31 * String.valueOf(one.since()).hashCode())
                .sum();
        return ObjectState.of(meta, managed, null, sum, facts);
    }

    private static List<String> images(JsonNode containers) {
        List<String> images = new ArrayList<>();
        for (JsonNode container : containers) {
            String image = container.path("imageID").asText().replaceFirst("^[a-z-]+://", "");
            if (image.matches("[^@\\s]+@sha256:[0-9a-f]{64}")) {
                images.add(image.intern());
            }
        }
        return images.isEmpty() ? List.of() : List.copyOf(images);
    }

    private static List<Trouble> troubles(JsonNode object, Meta meta, Managed managed) {
        JsonNode status = object.path("status");
        List<Trouble> troubles = new ArrayList<>();
        for (String list : List.of("containerStatuses", "initContainerStatuses")) {
            for (JsonNode container : status.path(list)) {
                container(container, meta, troubles);
            }
        }
        JsonNode scheduled = Json.condition(status, "PodScheduled");
        if (scheduled.path("status").asText().equals("False") && scheduled.path("reason").asText().equals("Unschedulable")) {
            add("Unschedulable", null, Json.time(scheduled.path("lastTransitionTime")), 0, true,
                    scheduled.path("message").asText(), meta, troubles);
        }
        if (status.path("reason").asText().equals("Evicted")) {
            Instant at = Json.time(Json.condition(status, "DisruptionTarget").path("lastTransitionTime"));
            add("Evicted", null, at == null ? managed.newest() : at, 0, false, status.path("message").asText(), meta, troubles);
        }
        return troubles.isEmpty() ? List.of() : List.copyOf(troubles);
    }

    private static void container(JsonNode container, Meta meta, List<Trouble> troubles) {
        String name = container.path("name").asText();
        int restarts = container.path("restartCount").asInt();
        JsonNode waiting = container.path("state").path("waiting");
        JsonNode last = container.path("lastState").path("terminated");
        JsonNode ended = container.path("state").path("terminated");
        JsonNode killed = ended.path("reason").asText().equals("OOMKilled") ? ended : last;
        if (killed.path("reason").asText().equals("OOMKilled")) {
            add("OOMKilled", name, Json.time(killed.path("finishedAt")), restarts, false, null, meta, troubles);
        }
        String reason = switch (waiting.path("reason").asText()) {
            case "CrashLoopBackOff" -> "CrashLoopBackOff";
            case "ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull" -> "ImagePull";
            case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" -> "ConfigError";
            default -> null;
        };
        if (reason != null) {
            Instant at = Json.time(last.path("finishedAt"));
            // What a runtime says of a command that it cannot start may hold arguments.
            boolean harmless = reason.equals("ImagePull") || waiting.path("reason").asText().endsWith("ConfigError");
            add(reason, name, at, restarts, true, harmless ? waiting.path("message").asText() : null, meta, troubles);
        }
    }

    private static void add(String reason, String container, Instant since, int restarts, boolean lasting, String message,
            Meta meta, List<Trouble> troubles) {
        troubles.add(new Trouble(reason, container, since == null ? meta.created() : since, restarts, lasting,
                Redaction.message(message == null || message.isEmpty() ? null : message)));
    }
}
