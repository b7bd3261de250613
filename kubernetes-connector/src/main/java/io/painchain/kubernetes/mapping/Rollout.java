package io.painchain.kubernetes.mapping;

import java.time.Instant;
import java.util.Set;

import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.RevisionFacts;

/**
 * One revision of a workload on its way to the pods.
 *
 * @param workload its workload as it stands now
 * @param revision of the revision object; {@code before} of the one that it replaces, {@code null}: none known
 * @param first whether it is the workload's first at all
 * @param rollback whether the same template ran before
 * @param end {@code null} while it goes on
 * @param operation key of the release or sync that set it off; {@code null}: none known
 * @param running images with their digests, as its pods run them
 * @param exact whether begin and end are noted in the cluster, and not only seen
 */
public record Rollout(ObjectState workload, String kind, RevisionFacts revision, RevisionFacts before, boolean first,
        boolean rollback, Instant begin, Instant end, String status, Instant asOf, String operation, Set<String> running,
        boolean exact, boolean late) {
}
