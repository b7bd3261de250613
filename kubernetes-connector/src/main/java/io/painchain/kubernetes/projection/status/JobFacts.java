package io.painchain.kubernetes.projection.status;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.projection.Json;
import io.painchain.kubernetes.projection.Managed;
import io.painchain.kubernetes.projection.Meta;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.Redaction;

/** @param cronJob its owner; {@code null}: none. @param status {@code in_progress}, {@code success} or {@code failure} */
public record JobFacts(Meta.Owner cronJob, String status, Instant begin, Instant end, String message) {

    public static ObjectState of(JsonNode object, Digests digests) {
        Meta meta = Meta.of(object);
        Managed managed = new Managed(object);
        JsonNode status = object.path("status");
        JsonNode failed = Json.condition(status, "Failed");
        boolean failure = failed.path("status").asText().equals("True");
        JsonNode complete = Json.condition(status, "Complete");
        boolean success = complete.path("status").asText().equals("True");
        Instant completion = Json.time(status.path("completionTime"));
        Instant end = failure ? Json.time(failed.path("lastTransitionTime"))
                : success ? completion == null ? Json.time(complete.path("lastTransitionTime")) : completion : null;
        Instant begin = Json.time(status.path("startTime"));
        boolean ofCronJob = meta.owner() != null && meta.owner().kind().equals("CronJob");
        String word = failure ? "failure" : success ? "success" : "in_progress";
        String reason = failure ? failed.path("reason").asText() + ": " + failed.path("message").asText() : null;
        JobFacts facts = new JobFacts(ofCronJob ? meta.owner() : null, word, begin == null ? meta.created() : begin, end,
                Redaction.message(reason));
        return ObjectState.of(meta, managed, managed.of(List.of("spec")), digests.of(word), facts).asOf(end, begin);
    }
}
