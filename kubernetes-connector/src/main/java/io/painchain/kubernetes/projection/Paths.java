package io.painchain.kubernetes.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** An object's fields by path, each with the digest of its value. */
public final class Paths {

    private static final int MOST = 600;

    private Paths() {
    }

    /** Names of the fields that differ. */
    public record Difference(List<String> added, List<String> removed, List<String> changed) {

        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }

        public List<String> all() {
            TreeSet<String> all = new TreeSet<>(added);
            all.addAll(removed);
            all.addAll(changed);
            return List.copyOf(all);
        }

        public int count() {
            return added.size() + removed.size() + changed.size();
        }
    }

    public static Map<String, Integer> of(JsonNode root, Digests digests) {
        Map<String, Integer> paths = new TreeMap<>();
        flatten("", root, digests, paths);
        return paths;
    }

    private static void flatten(String path, JsonNode node, Digests digests, Map<String, Integer> paths) {
        boolean leaf = node.isValueNode() || node.isEmpty() || isEntryOfEnvironment(path) || paths.size() >= MOST;
        if (leaf) {
            if (!node.isMissingNode() && !node.isNull()) {
                paths.merge(path.intern(), digests.of(node), (one, other) -> 31 * one + other);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String name = Json.text(node.get(i).path("name"));
                flatten(path + "[" + (name == null ? i : name) + "]", node.get(i), digests, paths);
            }
        } else {
            node.properties().forEach(field -> flatten(path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                    field.getValue(), digests, paths));
        }
    }

    private static boolean isEntryOfEnvironment(String path) {
        return path.endsWith("]") && path.lastIndexOf(".env[") > path.lastIndexOf("].");
    }

    public static Difference difference(Map<String, Integer> before, Map<String, Integer> after) {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        after.forEach((path, digest) -> {
            Integer known = before.get(path);
            if (known == null) {
                added.add(path);
            } else if (!known.equals(digest)) {
                changed.add(path);
            }
        });
        before.keySet().stream().filter(path -> !after.containsKey(path)).forEach(removed::add);
        return new Difference(added, removed, changed);
    }
}
