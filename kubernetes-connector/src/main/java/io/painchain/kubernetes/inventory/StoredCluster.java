package io.painchain.kubernetes.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.CheckpointResult;

/** The checkpoints of one integration: the cluster's under its name, each namespace's below, long ones in parts. */
public final class StoredCluster {

    private static final char NEXT_PART = '#';

    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Map<String, Object>> values = new TreeMap<>();
    private String name;

    public StoredCluster(Iterable<Checkpoint> stored) {
        stored.forEach(checkpoint -> {
            versions.put(checkpoint.key(), checkpoint.version());
            values.put(checkpoint.key(), checkpoint.value());
        });
    }

    /** The cluster that the uid names, whatever it is called now; else the one of that name where it has no uid. */
    public ClusterDocument cluster(String uid, String configuredName, String digestKey) {
        for (String key : values.keySet()) {
            ClusterDocument known = key.contains("/") || key.indexOf(NEXT_PART) >= 0 ? null
                    : Packed.document(parts(key), ClusterDocument.class);
            boolean same = known != null && known.readable()
                    && (uid == null ? known.uid() == null && known.name().equals(configuredName) : uid.equals(known.uid()));
            if (same) {
                name = known.name();
                return known;
            }
        }
        name = configuredName;
        values.clear();
        return ClusterDocument.fresh(uid, configuredName, digestKey);
    }

    /** What is stored of each namespace; of the cluster's own objects under the empty name. Memory is freed with it. */
    public Map<String, NamespaceDocument> namespaces() {
        Map<String, NamespaceDocument> all = new HashMap<>();
        values.keySet().stream().filter(key -> key.startsWith(name + "/") && key.indexOf(NEXT_PART) < 0).forEach(key -> {
            NamespaceDocument document = Packed.document(parts(key), NamespaceDocument.class);
            if (document != null) {
                all.put(key.substring(name.length() + 1), document);
            }
        });
        values.clear();
        return all;
    }

    private List<Map<String, Object>> parts(String key) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (String part = key; values.containsKey(part); part = key + NEXT_PART + (parts.size() + 1)) {
            parts.add(values.get(part));
        }
        return parts;
    }

    /** Begins with the cluster's; stored together. */
    public List<Checkpoint> write(ClusterDocument cluster, Map<String, NamespaceDocument> changed) {
        List<Checkpoint> all = new ArrayList<>(write(name, cluster));
        changed.forEach((namespace, document) -> all.addAll(write(name + "/" + namespace, document)));
        return all;
    }

    private List<Checkpoint> write(String key, Object document) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (Map<String, Object> part : Packed.parts(document)) {
            String partKey = checkpoints.isEmpty() ? key : key + NEXT_PART + (checkpoints.size() + 1);
            checkpoints.add(new Checkpoint(partKey, versions.getOrDefault(partKey, 0L), part));
        }
        return checkpoints;
    }

    /** Where another wrote meanwhile, the next write replaces it: both follow the same cluster. */
    public void stored(List<CheckpointResult> results) {
        results.forEach(result -> versions.put(result.key(), result.version()));
    }
}
