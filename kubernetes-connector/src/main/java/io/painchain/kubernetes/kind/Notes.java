package io.painchain.kubernetes.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What kinds must remember of a namespace beyond its objects, such as what is under way. Stored with the checkpoint. */
public final class Notes {

    private final Runnable changed;
    private final Map<String, Map<String, Object>> notes = new TreeMap<>();

    public Notes(Runnable changed) {
        this.changed = changed;
    }

    public Map<String, Object> get(String key) {
        return notes.getOrDefault(key, Map.of());
    }

    public void put(String key, Map<String, Object> note) {
        if (!note.equals(notes.put(key, new LinkedHashMap<>(note)))) {
            changed.run();
        }
    }

    public void remove(String key) {
        if (notes.remove(key) != null) {
            changed.run();
        }
    }

    /** A copy of those whose keys begin so. */
    public Map<String, Map<String, Object>> beginning(String prefix) {
        Map<String, Map<String, Object>> some = new LinkedHashMap<>();
        notes.forEach((key, note) -> {
            if (key.startsWith(prefix)) {
                some.put(key, note);
            }
        });
        return some;
    }

    public void restore(Map<String, Map<String, Object>> stored) {
        notes.putAll(stored);
    }
}
