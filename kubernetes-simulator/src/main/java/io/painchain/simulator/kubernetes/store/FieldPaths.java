package io.painchain.simulator.kubernetes.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of an object as {@code fieldsV1} writes them, each as one path. */
final class FieldPaths {

    private static final String SEPARATOR = "\u0000";
    private static final Set<String> OF_THE_SERVER = Set.of("name", "namespace", "uid", "resourceVersion", "generation",
            "creationTimestamp", "deletionTimestamp", "managedFields");
    private static final Set<String> MAPS = Set.of("f:labels", "f:annotations", "f:data", "f:matchLabels");
    /** Lists whose items are known by some of their fields; all others are fields as a whole. */
    private static final Map<String, List<String>> KEYS = Map.of("f:containers", List.of("name"), "f:initContainers",
            List.of("name"), "f:env", List.of("name"), "f:volumes", List.of("name"), "f:volumeMounts",
            List.of("mountPath"), "f:conditions", List.of("type"), "f:ownerReferences", List.of("uid"), "f:ports",
            List.of("containerPort", "port", "protocol"));

    private FieldPaths() {
    }

    /** The fields that clients write, with their values. */
    static Map<String, String> ofObject(ObjectNode object) {
        Map<String, String> paths = new TreeMap<>();
        object.properties().stream().filter(field -> !Set.of("apiVersion", "kind", "metadata").contains(field.getKey()))
                .forEach(field -> add(paths, "f:" + field.getKey(), "f:" + field.getKey(), field.getValue()));
        object.path("metadata").properties().stream().filter(field -> !OF_THE_SERVER.contains(field.getKey()))
                .forEach(field -> add(paths, "f:metadata" + SEPARATOR + "f:" + field.getKey(), "f:" + field.getKey(),
                        field.getValue()));
        return paths;
    }

    static Set<String> ofFields(JsonNode fields) {
        Set<String> paths = new TreeSet<>();
        collect(paths, "", fields);
        return paths;
    }

    static ObjectNode toFields(Set<String> paths) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (String path : paths) {
            ObjectNode at = root;
            for (String step : path.split(SEPARATOR)) {
                at = at.has(step) ? (ObjectNode) at.get(step) : at.putObject(step);
            }
        }
        return root;
    }

    private static void collect(Set<String> paths, String prefix, JsonNode fields) {
        fields.properties().forEach(field -> {
            String path = prefix + field.getKey();
            if (field.getValue().isEmpty()) {
                paths.add(path);
            } else {
                collect(paths, path + SEPARATOR, field.getValue());
            }
        });
    }

    private static void add(Map<String, String> paths, String path, String name, JsonNode value) {
        List<String> keys = KEYS.get(name);
        if (value.isObject() && !value.isEmpty()) {
            if (MAPS.contains(name)) {
                paths.put(path + SEPARATOR + ".", "");
            }
            value.properties().forEach(field -> add(paths, path + SEPARATOR + "f:" + field.getKey(), "f:" + field.getKey(),
                    field.getValue()));
        } else if (value.isArray() && keys != null && value.path(0).isObject()) {
            value.forEach(item -> addItem(paths, path, keys, item));
        } else {
            paths.put(path, value.toString());
        }
    }

    private static void addItem(Map<String, String> paths, String path, List<String> keys, JsonNode item) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        keys.stream().filter(item::has).forEach(field -> key.set(field, item.get(field)));
        String below = path + SEPARATOR + "k:" + key;
        paths.put(below + SEPARATOR + ".", "");
        item.properties().forEach(field -> add(paths, below + SEPARATOR + "f:" + field.getKey(), "f:" + field.getKey(),
                field.getValue()));
    }
}
