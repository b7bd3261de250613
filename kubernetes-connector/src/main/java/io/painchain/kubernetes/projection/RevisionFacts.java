package io.painchain.kubernetes.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One revision of a workload: a ReplicaSet or a ControllerRevision.
 *
 * @param earlier numbers that it had before a rollback gave it this one
 * @param hash by which its pods name it
 * @param failure why its pods cannot be created; {@code null}: they can
 */
public record RevisionFacts(Meta.Owner owner, long revision, List<Long> earlier, String hash, TemplateFacts template,
        String changeCause, String failure, java.time.Instant failingSince) {

    /** As it was when it had an earlier number. */
    public RevisionFacts numbered(long number) {
        return new RevisionFacts(owner, number, earlier.stream().filter(one -> one < number).toList(), hash, template,
                changeCause,
                failure, failingSince);
    }

    public static ObjectState replicaSet(JsonNode object, Digests digests) {
        Meta meta = Meta.of(object);
        boolean argo = meta.owner() != null && meta.owner().kind().equals("Rollout");
        long revision = Json.number(meta.annotations().get(argo ? Meta.ROLLOUT_REVISION : Meta.REVISION), 0);
        JsonNode failing = Json.condition(object.path("status"), "ReplicaFailure");
        boolean fails = failing.path("status").asText().equals("True");
        RevisionFacts facts = new RevisionFacts(meta.owner(), revision, history(meta), meta.labels().get(Meta.TEMPLATE_HASH),
                TemplateFacts.of(object.path("spec").path("template"), digests),
                Redaction.assignments(meta.annotations().get(Meta.CHANGE_CAUSE)),
                fails ? failing.path("reason").asText() : null, Json.time(failing.path("lastTransitionTime")));
        return state(object, meta, facts);
    }

    public static ObjectState controllerRevision(JsonNode object, Digests digests) {
        Meta meta = Meta.of(object);
        JsonNode template = object.path("data").path("spec").path("template");
        String hash = meta.labels().get(Meta.REVISION_HASH);
        RevisionFacts facts = new RevisionFacts(meta.owner(), object.path("revision").asLong(), List.of(),
                hash == null ? meta.labels().get("controller.kubernetes.io/hash") : hash,
                TemplateFacts.of(template, digests), Redaction.assignments(meta.annotations().get(Meta.CHANGE_CAUSE)), null,
                null);
        return state(object, meta, facts);
    }

    private static ObjectState state(JsonNode object, Meta meta, RevisionFacts facts) {
        int hash = 31 * Long.hashCode(facts.revision()) + (facts.failure() == null ? 0 : facts.failure().hashCode());
        return ObjectState.of(meta, new Managed(object), null, hash, facts);
    }

    private static List<Long> history(Meta meta) {
        String history = meta.annotations().get(Meta.REVISION_HISTORY);
        if (history == null) {
            return List.of();
        }
        return new ArrayList<>(Arrays.stream(history.split(",")).map(number -> Json.number(number.strip(), 0)).toList());
    }
}
