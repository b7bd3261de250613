package io.painchain.kubernetes.mapping;

import java.time.Instant;
import java.util.Set;

import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.RevisionFacts;
import io.painchain.kubernetes.projection.WorkloadFacts;

/**
 * One revision of a workload on its way to the pods.
 *
 * @param workload its workload as it stands now
 * @param revision of the revision object; {@code before} of the one that it replaces, {@code null}: none known
 * @param first whether it is the workload's first at all
 * @param rollback whether the same template ran before
 * @param end {@code null} while it goes on
 * @param cause what is known of who set it off
 * @param running images with their digests, as its pods run them
 * @param exact whether begin and end are noted in the cluster, and not only seen
 */
public record Rollout(ObjectState workload, String kind, RevisionFacts revision, RevisionFacts before, boolean first,
        boolean rollback, Instant begin, Instant end, String status, Instant asOf, Cause cause, Set<String> running,
        boolean exact, boolean late) {

    /**
     * Who set it off; what is {@code null} is not known.
     *
     * @param manager the tool that wrote the template
     * @param operation key of the release or sync that wrote it
     * @param commit key of the commit that it was made of
     */
    public record Cause(String manager, String operation, String commit) {

        public static final Cause UNKNOWN = new Cause(null, null, null);

        /** Of the newest template, as far as the workload itself tells. */
        public static Cause of(WorkloadFacts facts) {
            return new Cause(facts.templateChange() == null ? null : facts.templateChange().manager(), null,
                    SourceCommit.key(facts.sourceUrl(), facts.sourceRevision()));
        }
    }
}
