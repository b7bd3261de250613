package io.painchain.simulator.kubernetes.store;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the server writes into an object by itself, whatever a client sends. */
final class ServerFields {

    private static final List<String> KEPT = List.of("uid", "creationTimestamp", "resourceVersion", "managedFields",
            "generation");

    private ServerFields() {
    }

    /** The object as it would be stored, without the marks of a new revision. */
    static ObjectNode fill(Ref ref, ObjectNode before, ObjectNode wanted, Writer by) {
        ObjectNode after = wanted.objectNode().put("apiVersion", ref.type().apiVersion()).put("kind", ref.type().kind());
        ObjectNode metadata = wanted.path("metadata").isObject() ? (ObjectNode) wanted.get("metadata").deepCopy()
                : wanted.objectNode();
        metadata.put("name", ref.name()).remove(KEPT);
        if (ref.type().namespaced()) {
            metadata.put("namespace", ref.namespace());
        }
        after.set("metadata", metadata);
        wanted.properties().stream().filter(field -> !after.has(field.getKey()))
                .forEach(field -> after.set(field.getKey(), field.getValue().deepCopy()));
        if (before != null) {
            KEPT.stream().filter(before.path("metadata")::has)
                    .forEach(field -> metadata.set(field, before.path("metadata").get(field).deepCopy()));
        }
        if (ref.type().hasGeneration() && after.has("spec")) {
            metadata.put("generation", generation(ref.type(), before, after, by));
        }
        return after;
    }

    private static long generation(ResourceType type, ObjectNode before, ObjectNode after, Writer by) {
        if (before == null) {
            return 1;
        }
        boolean specChanged = !before.path("spec").equals(after.path("spec"));
        // Of Deployments alone the server counts annotations, too.
        boolean annotated = type.kind().equals("Deployment") && !annotations(before).equals(annotations(after));
        long last = before.path("metadata").path("generation").asLong();
        return !by.ofStatus() && (specChanged || annotated) ? last + 1 : last;
    }

    private static JsonNode annotations(JsonNode object) {
        return object.path("metadata").path("annotations");
    }
}
