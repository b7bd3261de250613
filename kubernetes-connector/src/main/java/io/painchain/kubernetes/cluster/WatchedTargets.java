package io.painchain.kubernetes.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.change.ChangeKinds;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.reflector.Target;

/** Which targets one integration follows, and for which kinds. */
public final class WatchedTargets {

    /** More namespaces than these are watched by one watch of the whole cluster. */
    private static final int MOST_NAMESPACES = 20;

    /** @param kinds those that hear of it, the one that watches it first */
    public record Entry(Watched watched, List<ChangeKind> kinds) {
    }

    private final ClusterConfig config;
    private final Map<Target, Entry> entries = new LinkedHashMap<>();

    public WatchedTargets(ClusterConfig config) {
        this.config = config;
        for (ChangeKind kind : ChangeKinds.ALL) {
            for (Watched watched : kind.watched(config)) {
                targets(watched.target()).forEach(target -> entries.put(target,
                        new Entry(watched, new ArrayList<>(List.of(kind)))));
            }
        }
        for (ChangeKind kind : ChangeKinds.ALL) {
            entries.forEach((target, entry) -> {
                if (!entry.kinds().contains(kind) && kind.hears(target.type(), config)) {
                    entry.kinds().add(kind);
                }
            });
        }
    }

    /** Whether each configured namespace has watches of its own, so that no permission for the cluster is needed. */
    static boolean byNamespace(ClusterConfig config) {
        return config.namespaces().exact() && config.namespaces().patterns().size() <= MOST_NAMESPACES;
    }

    private List<Target> targets(Target target) {
        if (!byNamespace(config)) {
            return List.of(target);
        }
        return target.type().namespaced() ? config.namespaces().patterns().stream().map(target::in).toList() : List.of();
    }

    public Map<Target, Entry> all() {
        return entries;
    }

    List<Watched> watched() {
        return entries.values().stream().map(Entry::watched).distinct().toList();
    }

    /** Names under which coverage and state are reported. */
    static List<String> repositories(ClusterConfig config, String cluster) {
        return byNamespace(config) ? config.namespaces().patterns().stream().map(one -> cluster + "/" + one).toList()
                : List.of(cluster);
    }

    public static String repository(Target target, String cluster) {
        return target.namespace() == null ? cluster : cluster + "/" + target.namespace();
    }

    /** Whether events of this object are wanted. */
    boolean wants(ResourceType type, String namespace, String name) {
        String place = (namespace == null ? "" : namespace + "/") + type.word() + "/" + name;
        if (config.ignore().names(place)) {
            return false;
        }
        if (namespace == null) {
            return !type.kind().equals("Namespace") || config.namespaces().matches(name);
        }
        return config.namespaces().matches(namespace);
    }
}
