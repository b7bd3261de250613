package io.painchain.simulator.http;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Header fields by name, whatever its case; of repeated ones the last. */
public final class Headers {

    private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Headers set(String name, String value) {
        fields.put(name, value);
        return this;
    }

    public Headers setAll(Map<String, String> values) {
        fields.putAll(values);
        return this;
    }

    public Headers remove(String name) {
        fields.remove(name);
        return this;
    }

    public Headers copy() {
        return new Headers().setAll(fields);
    }

    /** The value; null where the field is absent. */
    public String get(String name) {
        return fields.get(name);
    }

    public String get(String name, String otherwise) {
        return fields.getOrDefault(name, otherwise);
    }

    public Set<Map.Entry<String, String>> entries() {
        return Collections.unmodifiableSet(fields.entrySet());
    }

    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(fields);
    }
}
