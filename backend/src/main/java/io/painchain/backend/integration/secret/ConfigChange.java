package io.painchain.backend.integration.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.connector.schema.ConfigSchema;
import io.painchain.model.validation.FieldError;

/** Resolves masks. A secret stays only while its targets do: otherwise an editor could have it sent to himself. */
public final class ConfigChange {

    private static final String ROOT = "/config";

    private final ConfigSchema schema;
    private final Optional<Secrets> stored;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> kept = new TreeSet<>();

    private ConfigChange(ConfigSchema schema, Optional<Secrets> stored) {
        this.schema = schema;
        this.stored = stored;
    }

    /**
     * @param secrets meaningless with errors
     * @param errors quote no value
     */
    public record Result(Secrets secrets, List<FieldError> errors) {
    }

    public static Result of(ObjectNode sent, ConfigSchema schema, Optional<Secrets> stored) {
        var change = new ConfigChange(schema, stored);
        var paths = stored.map(Secrets::paths).orElse(Set.of());
        var clear = change.unmask(sent, paths);
        change.checkTargets(clear);
        var named = change.errors.stream().map(FieldError::pointer).toList();
        schema.errors(clear).stream().filter(error -> !named.contains(error.pointer())).forEach(change.errors::add);
        return new Result(Secrets.of(clear, schema, paths), List.copyOf(change.errors));
    }

    private ObjectNode unmask(ObjectNode sent, Set<String> paths) {
        var clear = sent.deepCopy();
        Secrets.places(sent, schema, paths).forEach((pointer, pattern) -> {
            if (!SecretMask.isMask(sent.at(pointer))) {
                return;
            }
            var secret = storedSecret(sent, pointer, pattern);
            if (secret.isEmpty()) {
                errors.add(
                        new FieldError(ROOT + pointer, "is a mask that stands for no stored secret; send the secret itself"));
                return;
            }
            kept.add(pointer);
            JsonPointers.replace(clear, pointer, secret.get());
        });
        return clear;
    }

    /** Within arrays, whose items may have moved, the mask must be unambiguous. */
    private Optional<JsonNode> storedSecret(ObjectNode sent, String pointer, String pattern) {
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        var before = stored.get();
        var patterns = JsonPointers.patterns(before.masked());
        var candidates = before.byPointer().keySet().stream()
                .filter(candidate -> pattern.equals(patterns.get(candidate)))
                .filter(candidate -> before.masked().at(candidate).equals(sent.at(pointer)))
                .toList();
        boolean unmoved = candidates.contains(pointer) && isUnmoved(sent, before.masked(), pointer, pattern);
        var meant = unmoved ? List.of(pointer) : candidates;
        var secrets = meant.stream().map(before.byPointer()::get).distinct().toList();
        return secrets.size() == 1 ? Optional.of(secrets.get(0)) : Optional.empty();
    }

    private static boolean isUnmoved(JsonNode sent, JsonNode before, String pointer, String pattern) {
        int item = pattern.indexOf("/*");
        if (item < 0) {
            return true;
        }
        var array = pointer.substring(0, item);
        return sent.at(array).equals(before.at(array));
    }

    private void checkTargets(ObjectNode clear) {
        if (kept.isEmpty() || stored.isEmpty()) {
            return;
        }
        var changed = changedTargets(targets(stored.get().clear()), targets(clear));
        if (!changed.isEmpty()) {
            kept.forEach(pointer -> errors.add(new FieldError(ROOT + pointer,
                    "must be sent anew, in clear, in the same request that changes where it is sent: " + changed)));
        }
    }

    private Map<String, JsonNode> targets(ObjectNode clear) {
        var targets = new TreeMap<String, JsonNode>();
        schema.secretTargets(clear).forEach(pointer -> targets.put(pointer, clear.at(pointer)));
        return targets;
    }

    private static String changedTargets(Map<String, JsonNode> before, Map<String, JsonNode> now) {
        var pointers = new TreeSet<>(now.keySet());
        pointers.addAll(before.keySet());
        pointers.removeIf(pointer -> Objects.equals(now.get(pointer), before.get(pointer)));
        return pointers.stream().map(pointer -> ROOT + pointer).collect(Collectors.joining(", "));
    }
}
