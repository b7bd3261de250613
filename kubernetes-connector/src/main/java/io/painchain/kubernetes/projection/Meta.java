package io.painchain.kubernetes.projection;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** An object's metadata; of labels and annotations only those that mean something to us. */
public record Meta(String namespace, String name, String uid, long generation, Instant created, Owner owner,
        Map<String, String> labels, Map<String, String> annotations) {

    public static final String REVISION = "deployment.kubernetes.io/revision";
    public static final String REVISION_HISTORY = "deployment.kubernetes.io/revision-history";
    public static final String ROLLOUT_REVISION = "rollout.argoproj.io/revision";
    public static final String CHANGE_CAUSE = "kubernetes.io/change-cause";
    public static final String SOURCE = "org.opencontainers.image.source";
    public static final String SOURCE_REVISION = "org.opencontainers.image.revision";
    public static final String VERSION = "app.kubernetes.io/version";
    public static final String TEMPLATE_HASH = "pod-template-hash";
    public static final String REVISION_HASH = "controller-revision-hash";
    public static final String LEADER = "control-plane.alpha.kubernetes.io/leader";
    private static final Set<String> ANNOTATIONS = Set.of(REVISION, REVISION_HISTORY, ROLLOUT_REVISION, CHANGE_CAUSE, SOURCE,
            SOURCE_REVISION, "cert-manager.io/certificate-revision");
    private static final Set<String> LABELS = Set.of(VERSION, TEMPLATE_HASH, REVISION_HASH, "owner", "status", "version",
            "modifiedAt", "karpenter.sh/nodepool", "eks.amazonaws.com/nodegroup", "cloud.google.com/gke-nodepool",
            "kubernetes.azure.com/agentpool", "node.kubernetes.io/instance-type", "topology.kubernetes.io/zone");

    public record Owner(String kind, String name, String uid) {
    }

    public static Meta of(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new Meta(Json.text(metadata.path("namespace")), metadata.path("name").asText(), metadata.path("uid").asText(),
                metadata.path("generation").asLong(), Json.time(metadata.path("creationTimestamp")), owner(metadata),
                some(metadata.path("labels"), LABELS), some(metadata.path("annotations"), ANNOTATIONS));
    }

    /** Whether it is the lock of processes that choose a leader, written every few seconds. */
    static boolean isLeaderLock(JsonNode object) {
        return object.path("metadata").path("annotations").has(LEADER);
    }

    private static Owner owner(JsonNode metadata) {
        JsonNode owners = metadata.path("ownerReferences");
        for (JsonNode owner : owners) {
            if (owner.path("controller").asBoolean()) {
                return ownerOf(owner);
            }
        }
        return null;
    }

    private static Owner ownerOf(JsonNode owner) {
        return new Owner(owner.path("kind").asText(), owner.path("name").asText(), owner.path("uid").asText());
    }

    private static Map<String, String> some(JsonNode all, Set<String> wanted) {
        Map<String, String> some = new HashMap<>();
        for (String name : wanted) {
            String value = all.isObject() ? Json.text(all.path(name)) : null;
            if (value != null) {
                some.put(name, value);
            }
        }
        return some.isEmpty() ? Map.of() : some;
    }
}
