package io.painchain.backend.integration.secret;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.connector.schema.ConfigSchema;

/** {@code masked} has masks for secrets; {@code paths} are patterns of all places where secrets are or ever were. */
public record Secrets(ObjectNode masked, Map<String, JsonNode> byPointer, Set<String> paths) {

    /** What a path names stays a secret, whatever the schema says now. */
    public static Secrets of(ObjectNode clear, ConfigSchema schema, Set<String> paths) {
        var places = places(clear, schema, paths);
        var masked = clear.deepCopy();
        var byPointer = new TreeMap<String, JsonNode>();
        places.keySet().forEach(pointer -> {
            var secret = clear.at(pointer);
            byPointer.put(pointer, secret);
            JsonPointers.replace(masked, pointer, masked.textNode(SecretMask.of(secret)));
        });
        var allPaths = new TreeSet<>(paths);
        allPaths.addAll(places.values());
        return new Secrets(masked, byPointer, allPaths);
    }

    /** Without those within another secret. */
    static Map<String, String> places(JsonNode config, ConfigSchema schema, Set<String> paths) {
        var marked = schema.secrets(config);
        var places = new TreeMap<String, String>();
        JsonPointers.patterns(config).forEach((pointer, pattern) -> {
            boolean isSecret = marked.contains(pointer) || paths.contains(pattern);
            if (isSecret && !config.at(pointer).isNull() && places.keySet().stream().noneMatch(p -> contains(p, pointer))) {
                places.put(pointer, pattern);
            }
        });
        return places;
    }

    public ObjectNode clear() {
        var clear = masked.deepCopy();
        byPointer.forEach((pointer, secret) -> JsonPointers.replace(clear, pointer, secret));
        return clear;
    }

    private static boolean contains(String outer, String inner) {
        return inner.startsWith(outer + "/");
    }
}
