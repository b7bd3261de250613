package io.painchain.simulator.kubernetes.store;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Keeps {@code managedFields}: who wrote which field last. */
final class FieldOwners {

    private FieldOwners() {
    }

    /**
     * Brings the entries of the state before, which the state after holds a copy of, up to date. An entry's time moves only
     * when its manager takes or changes fields, not when it removes some.
     */
    static void record(ObjectNode before, ObjectNode after, Writer by, Instant at) {
        FieldPaths.Difference difference = FieldPaths.between(before, after);
        ArrayNode entries = after.withObject("/metadata").withArray("managedFields");
        ObjectNode mine = null;
        for (int i = entries.size() - 1; i >= 0; i--) {
            ObjectNode entry = (ObjectNode) entries.get(i);
            ObjectNode fields = (ObjectNode) entry.get("fieldsV1");
            difference.removed().forEach(path -> FieldPaths.remove(fields, path));
            boolean own = isOf(entry, by);
            if (!own) {
                difference.changed().forEach(path -> FieldPaths.remove(fields, path));
            }
            mine = own ? entry : mine;
            if (fields.isEmpty() || own && !difference.changed().isEmpty()) {
                entries.remove(i);
            }
        }
        if (!difference.changed().isEmpty()) {
            ObjectNode taking = mine == null ? entry(after, by) : mine;
            difference.changed().forEach(path -> FieldPaths.put((ObjectNode) taking.get("fieldsV1"), path));
            entries.add(taking.put("time", at.toString()));
        }
    }

    private static ObjectNode entry(ObjectNode object, Writer by) {
        ObjectNode entry = object.objectNode().put("manager", by.manager()).put("operation", by.operation())
                .put("apiVersion", object.path("apiVersion").asText()).put("time", "").put("fieldsType", "FieldsV1");
        entry.putObject("fieldsV1");
        return by.subresource() == null ? entry : entry.put("subresource", by.subresource());
    }

    private static boolean isOf(JsonNode entry, Writer by) {
        String subresource = entry.has("subresource") ? entry.get("subresource").asText() : null;
        return entry.path("manager").asText().equals(by.manager()) && entry.path("operation").asText().equals(by.operation())
                && Objects.equals(subresource, by.subresource());
    }
}
