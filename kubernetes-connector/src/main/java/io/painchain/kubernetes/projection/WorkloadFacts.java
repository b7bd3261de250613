package io.painchain.kubernetes.projection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A workload that rolls out revisions.
 *
 * @param revision as its controller numbers them; 0: unknown
 * @param paths of its spec, but for template, replicas and pause
 * @param templateChange when and by what its template was changed last
 * @param scaleChange by subresource {@code scale}: not by hand
 * @param wanted of workloads whose controller writes no number on them; {@code null}: it does, or unknown
 */
public record WorkloadFacts(String kind, Integer replicas, boolean paused, long revision, Map<String, Integer> paths,
        Managed.Change templateChange, Managed.Change scaleChange, long generation, RolloutProgress progress,
        String changeCause, String sourceUrl, String sourceRevision, String version, Wanted wanted) {

    /** Which revision it wants: the mark of its template, and the name of the revision where its status has one. */
    public record Wanted(int template, String revision) {
    }

    public static ObjectState of(String kind, JsonNode object, Digests digests) {
        Meta meta = Meta.of(object);
        Managed managed = new Managed(object);
        JsonNode spec = object.path("spec");
        boolean argo = kind.equals("Rollout");
        Integer replicas = spec.path("replicas").isInt() ? (Integer) spec.path("replicas").asInt() : null;
        boolean paused = spec.path("paused").asBoolean();
        Map<String, Integer> paths = Paths.of(rest(spec), digests);
        String revision = meta.annotations().get(argo ? Meta.ROLLOUT_REVISION : Meta.REVISION);
        RolloutProgress progress = RolloutProgress.of(kind, object);
        WorkloadFacts facts = new WorkloadFacts(kind, replicas, paused, Json.number(revision, 0), paths,
                managed.of(List.of("spec.template")), managed.of(List.of("spec.replicas")), meta.generation(), progress,
                Redaction.assignments(meta.annotations().get(Meta.CHANGE_CAUSE)), meta.annotations().get(Meta.SOURCE),
                meta.annotations().get(Meta.SOURCE_REVISION), meta.labels().get(Meta.VERSION),
                argo || kind.equals("Deployment") ? null : wanted(object, digests));
        int hash = digests.of(replicas + " " + paused + " " + paths);
        return ObjectState.of(meta, managed, managed.of(List.of("spec")), hash, facts).asOf(progress.newest());
    }

    private static Wanted wanted(JsonNode object, Digests digests) {
        return new Wanted(TemplateFacts.of(object.path("spec").path("template"), digests).mark(),
                Json.text(object.path("status").path("updateRevision")));
    }

    /** Of a list that is ahead of what will be told: what it compares with, but not how far it is. */
    public WorkloadFacts withoutProgress() {
        return new WorkloadFacts(kind, replicas, paused, 0, paths, null, scaleChange, generation, null, changeCause, sourceUrl,
                sourceRevision, version, null);
    }

    private static JsonNode rest(JsonNode spec) {
        if (!(spec instanceof ObjectNode object)) {
            return spec;
        }
        ObjectNode rest = object.objectNode();
        object.properties().forEach(field -> {
            if (!List.of("template", "replicas", "paused", "restartAt").contains(field.getKey())) {
                rest.set(field.getKey(), field.getValue());
            }
        });
        return rest;
    }

    /** Whether it is known who changed the number of replicas, and that was a machine. */
    public boolean scaledByMachine() {
        return scaleChange != null && scaleChange.subresource().equals("scale")
                && !String.valueOf(scaleChange.manager()).startsWith("kubectl");
    }

    public Instant templateChangedAt() {
        return templateChange == null ? null : templateChange.at();
    }
}
