package io.painchain.kubernetes.mapping;

import java.time.Instant;

import io.painchain.model.event.EventDraft;

public final class ClusterMapper {

    private ClusterMapper() {
    }

    /** @param seen since when it is known; the cluster does not note the time */
    public static EventDraft version(ClusterScope scope, String uid, String before, String after, Instant seen) {
        String digits = uid == null ? "" : uid.replace("-", "");
        return io.painchain.connector.draft.DraftBuilder.of(scope, "cluster")
                .externalId(
                        "cluster-" + scope.cluster() + "@" + digits.substring(0, Math.min(8, digits.length())) + "#" + after)
                .entityAlone("cluster:" + scope.cluster()).title("[Cluster] " + scope.cluster() + " " + before + " → " + after)
                .at("seen", seen).asOf(seen).status("changed").data("cluster", scope.cluster()).data("version", after)
                .data("version_before", before).data("time_exact", Boolean.FALSE).build();
    }
}
