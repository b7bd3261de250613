package io.painchain.kubernetes.cluster;

import java.util.Map;

import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.mapping.ClusterMapper;

/** The version of the API server, which no object tells. */
final class ClusterVersion {

    private static final String NOTE = "cluster/version";

    private ClusterVersion() {
    }

    /** @param uid {@code null}: unknown */
    static void seen(String version, String uid, Situation situation) {
        Object known = situation.notes(null).get(NOTE).get("v");
        if (version.equals(known)) {
            return;
        }
        situation.notes(null).put(NOTE, Map.of("v", version));
        if (known != null) {
            situation.draft(ClusterMapper.version(situation.scope(null), uid, known.toString(), version, situation.now()));
        }
    }
}
