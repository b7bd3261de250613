package io.painchain.kubernetes.kind;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.painchain.kubernetes.projection.ObjectState;

/** All known objects of one type. Not thread-safe. */
public final class ObjectTable {

    private final Map<String, Map<String, ObjectState>> byNamespace = new HashMap<>();

    public ObjectState get(String namespace, String name) {
        return byNamespace.getOrDefault(word(namespace), Map.of()).get(name);
    }

    public ObjectState put(ObjectState state) {
        return byNamespace.computeIfAbsent(word(state.namespace()), first -> new HashMap<>()).put(state.name(), state);
    }

    public ObjectState remove(ObjectState state) {
        Map<String, ObjectState> ofNamespace = byNamespace.get(word(state.namespace()));
        if (ofNamespace == null) {
            return null;
        }
        ObjectState removed = ofNamespace.remove(state.name());
        if (ofNamespace.isEmpty()) {
            byNamespace.remove(word(state.namespace()));
        }
        return removed;
    }

    public Collection<ObjectState> in(String namespace) {
        return byNamespace.getOrDefault(word(namespace), Map.of()).values();
    }

    public Stream<ObjectState> all() {
        return byNamespace.values().stream().flatMap(ofNamespace -> ofNamespace.values().stream());
    }

    public Set<String> namespaces() {
        return new TreeSet<>(byNamespace.keySet());
    }

    public int size() {
        return byNamespace.values().stream().mapToInt(Map::size).sum();
    }

    /** Objects of the cluster itself are under the empty name. */
    public static String word(String namespace) {
        return namespace == null ? "" : namespace;
    }
}
