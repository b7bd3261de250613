package io.painchain.simulator.kubernetes.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of an object as {@code fieldsV1} writes them, each as one path. */
final class FieldPaths {

    private static final String SEPARATOR = "\u0000";
    private static final Set<String> OF_THE_SERVER = Set.of("name", "namespace", "uid", "resourceVersion", "generation",
            "creationTimestamp", "deletionTimestamp", "managedFields");
    private static final Set<String> MAPS = Set.of("f:labels", "f:annotations", "f:data", "f:matchLabels");
    /** Lists of values that belong to different writers one by one, as definitions of custom resources may say. */
    private static final Set<String> SETS = Set.of("f:finalizers", "f:values");
    /** Lists whose items are known by some of their fields; all others are fields as a whole. */
    private static final Map<String, List<String>> KEYS = Map.of("f:containers", List.of("name"), "f:initContainers",
            List.of("name"), "f:env", List.of("name"), "f:volumes", List.of("name"), "f:volumeMounts",
            List.of("mountPath"), "f:conditions", List.of("type"), "f:ownerReferences", List.of("uid"), "f:ports",
            List.of("containerPort", "port", "protocol"));

    private FieldPaths() {
    }

    /** Paths that got another value, and paths that are gone. */
    record Difference(Set<String> changed, Set<String> removed) {
    }

    /** What differs between two states of an object; {@code before} is null for a new one. */
    static Difference between(ObjectNode before, ObjectNode after) {
        Difference difference = new Difference(new TreeSet<>(), new TreeSet<>());
        Set<String> names = new TreeSet<>();
        after.fieldNames().forEachRemaining(names::add);
        (before == null ? after : before).fieldNames().forEachRemaining(names::add);
        names.removeAll(Set.of("apiVersion", "kind", "metadata"));
        names.forEach(name -> compare(difference, "f:" + name, name, of(before, name), after.path(name)));
        JsonNode oldMetadata = of(before, "metadata");
        Set<String> ofMetadata = new TreeSet<>();
        after.path("metadata").fieldNames().forEachRemaining(ofMetadata::add);
        oldMetadata.fieldNames().forEachRemaining(ofMetadata::add);
        ofMetadata.removeAll(OF_THE_SERVER);
        ofMetadata.forEach(name -> compare(difference, "f:metadata" + SEPARATOR + "f:" + name, name, oldMetadata.path(name),
                after.path("metadata").path(name)));
        return difference;
    }

    static void put(ObjectNode fields, String path) {
        ObjectNode at = fields;
        for (String step : path.split(SEPARATOR)) {
            at = at.has(step) ? (ObjectNode) at.get(step) : at.putObject(step);
        }
    }

    /** With the steps to it that lead nowhere else. */
    static void remove(ObjectNode fields, String path) {
        remove(fields, path.split(SEPARATOR), 0);
    }

    private static void remove(ObjectNode fields, String[] steps, int at) {
        JsonNode next = fields.get(steps[at]);
        if (next instanceof ObjectNode below) {
            if (at + 1 < steps.length && !below.isEmpty()) {
                remove(below, steps, at + 1);
            }
            if (below.isEmpty()) {
                fields.remove(steps[at]);
            }
        }
    }

    private static JsonNode of(ObjectNode object, String name) {
        return object == null ? MissingNode.getInstance() : object.path(name);
    }

    private static void compare(Difference difference, String path, String field, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        String name = "f:" + field;
        if (before.isObject() && after.isObject() && !before.isEmpty() && !after.isEmpty()) {
            Set<String> names = new TreeSet<>();
            after.fieldNames().forEachRemaining(names::add);
            before.fieldNames().forEachRemaining(names::add);
            names.forEach(each -> compare(difference, path + SEPARATOR + "f:" + each, each, before.path(each),
                    after.path(each)));
            return;
        }
        Map<String, String> old = paths(path, name, before);
        Map<String, String> now = paths(path, name, after);
        now.forEach((each, value) -> {
            if (!value.equals(old.get(each))) {
                difference.changed().add(each);
            }
        });
        old.keySet().stream().filter(each -> !now.containsKey(each)).forEach(difference.removed()::add);
    }

    private static Map<String, String> paths(String path, String name, JsonNode value) {
        Map<String, String> paths = new TreeMap<>();
        if (!value.isMissingNode()) {
            add(paths, path, name, value);
        }
        return paths;
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
        } else if (value.isArray() && SETS.contains(name) && value.path(0).isValueNode()) {
            value.forEach(item -> paths.put(path + SEPARATOR + "v:" + item, ""));
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
