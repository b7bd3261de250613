package io.painchain.kubernetes.projection.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.projection.Json;
import io.painchain.kubernetes.projection.Managed;
import io.painchain.kubernetes.projection.Meta;
import io.painchain.kubernetes.projection.ObjectState;

/**
 * @param troubles what is wrong now and since when: {@code cordon}, {@code not-ready}, {@code pressure},
 *        {@code interruption}
 * @param reasons of the same, in the cluster's words
 * @param versions {@code kubelet}, {@code kernel}, {@code os}
 */
public record NodeFacts(Map<String, Instant> troubles, Map<String, String> reasons, Map<String, String> versions, String pool,
        Instant readyAt) {

    private static final List<String> PRESSURES = List.of("MemoryPressure", "DiskPressure", "PIDPressure");
    private static final List<String> POOLS = List.of("karpenter.sh/nodepool", "eks.amazonaws.com/nodegroup",
            "cloud.google.com/gke-nodepool", "kubernetes.azure.com/agentpool");

    public static ObjectState of(JsonNode object, Digests digests) {
        Meta meta = Meta.of(object);
        Managed managed = new Managed(object);
        Map<String, Instant> troubles = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        conditions(object.path("status"), meta, troubles, reasons);
        spec(object.path("spec"), meta, managed, troubles, reasons);
        JsonNode info = object.path("status").path("nodeInfo");
        Map<String, String> versions = new TreeMap<>();
        put(versions, "kubelet", info.path("kubeletVersion"));
        put(versions, "kernel", info.path("kernelVersion"));
        put(versions, "os", info.path("osImage"));
        String pool = POOLS.stream().map(meta.labels()::get).filter(java.util.Objects::nonNull).findFirst().orElse("nodes");
        Instant readyAt = Json.time(Json.condition(object.path("status"), "Ready").path("lastTransitionTime"));
        NodeFacts facts = new NodeFacts(troubles, reasons, versions, pool, readyAt);
        return ObjectState.of(meta, managed, managed.of(List.of("spec")), digests.of(troubles + " " + versions), facts)
                .asOf(readyAt);
    }

    private static void conditions(JsonNode status, Meta meta, Map<String, Instant> troubles, Map<String, String> reasons) {
        JsonNode ready = Json.condition(status, "Ready");
        if (!ready.isMissingNode() && !ready.path("status").asText().equals("True")) {
            add("not-ready", Json.time(ready.path("lastTransitionTime")), ready.path("reason").asText(), meta, troubles,
                    reasons);
        }
        for (String pressure : PRESSURES) {
            JsonNode condition = Json.condition(status, pressure);
            if (condition.path("status").asText().equals("True")) {
                add("pressure", Json.time(condition.path("lastTransitionTime")), pressure, meta, troubles, reasons);
            }
        }
    }

    private static void spec(JsonNode spec, Meta meta, Managed managed, Map<String, Instant> troubles,
            Map<String, String> reasons) {
        Instant cordonedAt = null;
        for (JsonNode taint : spec.path("taints")) {
            String key = taint.path("key").asText();
            Instant at = Json.time(taint.path("timeAdded"));
            cordonedAt = key.equals("node.kubernetes.io/unschedulable") ? at : cordonedAt;
            if (announcesEnd(key)) {
                add("interruption", at == null ? changed(managed, "spec.taints") : at, key, meta, troubles, reasons);
            }
        }
        if (spec.path("unschedulable").asBoolean()) {
            add("cordon", cordonedAt == null ? changed(managed, "spec.unschedulable") : cordonedAt, "unschedulable", meta,
                    troubles, reasons);
        }
    }

    private static Instant changed(Managed managed, String path) {
        Managed.Change change = managed.of(List.of(path));
        return change == null ? null : change.at();
    }

    private static boolean announcesEnd(String key) {
        return key.endsWith("/spot-itn") || key.endsWith("/impending-node-termination")
                || key.startsWith("karpenter.sh/disrupt")
                || key.equals("ToBeDeletedByClusterAutoscaler")
                || key.startsWith("remediator") && key.endsWith("/unschedulable");
    }

    private static void add(String what, Instant since, String reason, Meta meta, Map<String, Instant> troubles,
            Map<String, String> reasons) {
        troubles.putIfAbsent(what, since == null ? meta.created() : since);
        reasons.putIfAbsent(what, reason);
    }

    private static void put(Map<String, String> versions, String name, JsonNode value) {
        String text = Json.text(value);
        if (text != null) {
            versions.put(name, text.intern());
        }
    }
}
