package io.painchain.simulator.kubernetes.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Keeps {@code managedFields}: who wrote which field last. */
final class FieldOwners {

    private FieldOwners() {
    }

    /** A manager's entry; its time moves only when it takes or changes fields, not when it removes some. */
    private record Owner(Writer writer, String apiVersion, String time, Set<String> paths) {

        static Owner of(JsonNode entry) {
            Writer writer = new Writer(entry.path("manager").asText(), entry.path("operation").asText(),
                    entry.has("subresource") ? entry.get("subresource").asText() : null);
            return new Owner(writer, entry.path("apiVersion").asText(), entry.path("time").asText(),
                    FieldPaths.ofFields(entry.path("fieldsV1")));
        }

        ObjectNode write(ArrayNode entries) {
            ObjectNode entry = entries.addObject().put("manager", writer.manager()).put("operation", writer.operation())
                    .put("apiVersion", apiVersion).put("time", time).put("fieldsType", "FieldsV1");
            entry.set("fieldsV1", FieldPaths.toFields(paths));
            return writer.subresource() == null ? entry : entry.put("subresource", writer.subresource());
        }
    }

    /** Brings the entries of the state before up to the state after. */
    static void record(ObjectNode before, ObjectNode after, Writer by, Instant at) {
        Map<String, String> old = before == null ? Map.of() : FieldPaths.ofObject(before);
        Map<String, String> now = FieldPaths.ofObject(after);
        Set<String> changed = new TreeSet<>();
        now.forEach((path, value) -> {
            if (!Objects.equals(old.get(path), value)) {
                changed.add(path);
            }
        });
        List<Owner> owners = new ArrayList<>();
        after.path("metadata").path("managedFields").forEach(entry -> owners.add(Owner.of(entry)));
        if (!changed.isEmpty()) {
            take(owners, changed, by, after.path("apiVersion").asText(), at);
        }
        owners.forEach(owner -> owner.paths().retainAll(now.keySet()));
        ArrayNode entries = ((ObjectNode) after.get("metadata")).putArray("managedFields");
        owners.stream().filter(owner -> !owner.paths().isEmpty()).forEach(owner -> owner.write(entries));
    }

    private static void take(List<Owner> owners, Set<String> changed, Writer by, String apiVersion, Instant at) {
        Set<String> mine = new TreeSet<>(changed);
        for (Owner owner : List.copyOf(owners)) {
            if (owner.writer().equals(by)) {
                mine.addAll(owner.paths());
                owners.remove(owner);
            } else {
                owner.paths().removeAll(changed);
            }
        }
        owners.add(new Owner(by, apiVersion, at.toString(), mine));
    }
}
