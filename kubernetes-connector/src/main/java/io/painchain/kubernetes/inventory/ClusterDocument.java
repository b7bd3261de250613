package io.painchain.kubernetes.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.painchain.kubernetes.reflector.Position;

/**
 * Where the connector stands with a cluster.
 *
 * @param uid of the namespace kube-system, which names the cluster itself; {@code null}: may not be read
 * @param name as first configured
 * @param projection version of what is kept of objects
 * @param digestKey names the key of the digests
 * @param positions by target
 * @param coveredFrom by repository and source, apart by a blank
 */
public record ClusterDocument(int format, String uid, String name, int projection, String digestKey,
        Map<String, Position> positions, Map<String, Instant> coveredFrom, List<NotedGap> gaps) {

    static final int FORMAT = 1;
    /** Counted up with each change of what digests are made of: the first lists after it are no changes. */
    public static final int PROJECTION = 1;

    public record NotedGap(String repository, String source, Instant from, Instant to, String reason) {
    }

    public static ClusterDocument fresh(String uid, String name, String digestKey) {
        return new ClusterDocument(FORMAT, uid, name, PROJECTION, digestKey, Map.of(), Map.of(), List.of());
    }

    boolean readable() {
        return format == FORMAT && name != null && positions != null && coveredFrom != null && gaps != null;
    }

    /** Whether its digests can be compared with those of this process. */
    public boolean comparable(String key) {
        return projection == PROJECTION && key.equals(digestKey);
    }

    /** Of a cluster that is to be read afresh, though its gaps and name stay. */
    public ClusterDocument anew(String key) {
        return new ClusterDocument(FORMAT, uid, name, PROJECTION, key, Map.of(), coveredFrom, gaps);
    }
}
