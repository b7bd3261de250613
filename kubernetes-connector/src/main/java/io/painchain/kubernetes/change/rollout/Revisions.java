package io.painchain.kubernetes.change.rollout;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.RevisionFacts;
import io.painchain.kubernetes.projection.WorkloadFacts;

/** The revisions of a workload, oldest first. */
final class Revisions {

    private Revisions() {
    }

    static List<ObjectState> of(ObjectState workload, String kind, Situation situation) {
        return situation.table(RolloutKind.revisionsOf(kind)).in(workload.namespace()).stream()
                .filter(one -> isOf(one, workload))
                .sorted(Comparator.comparingLong(Revisions::number)).toList();
    }

    /**
     * Those that the workload, as it is known now, has got to. Two watches tell of both, and a replay of one may be far ahead
     * of
     * the other: how an earlier revision ended would be taken for superseded before its end was told.
     */
    static List<ObjectState> seenBy(ObjectState workload, String kind, Situation situation) {
        List<ObjectState> all = of(workload, kind, situation);
        WorkloadFacts facts = workload.facts(WorkloadFacts.class);
        long newest = facts.revision() > 0 ? facts.revision() : newestBy(all, facts.templateChangedAt());
        return all.stream().map(one -> asOf(one, newest)).filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(Revisions::number)).toList();
    }

    /** Where the workload does not number them: the first that was made once its template was changed. */
    private static long newestBy(List<ObjectState> all, Instant changedAt) {
        return all.stream()
                .filter(one -> changedAt != null && one.created() != null && !one.created().isBefore(changedAt))
                .mapToLong(Revisions::number).min().orElse(Long.MAX_VALUE);
    }

    /** With the number that it had then; {@code null}: it had none. */
    private static ObjectState asOf(ObjectState revision, long newest) {
        RevisionFacts facts = facts(revision);
        if (facts.revision() <= newest) {
            return revision;
        }
        long then = facts.earlier().stream().mapToLong(Long::longValue).filter(number -> number <= newest).max().orElse(0);
        return then == 0 ? null : revision.facts(facts.numbered(then));
    }

    private static boolean isOf(ObjectState revision, ObjectState workload) {
        RevisionFacts facts = revision.facts(RevisionFacts.class);
        return facts != null && facts.owner() != null && facts.owner().uid().equals(workload.uid()) && facts.revision() > 0;
    }

    static RevisionFacts facts(ObjectState revision) {
        return revision.facts(RevisionFacts.class);
    }

    static long number(ObjectState revision) {
        return facts(revision).revision();
    }

    static long newest(List<ObjectState> revisions) {
        return number(revisions.get(revisions.size() - 1));
    }

    /** A revision that existed before has the number of its newest use only. */
    static boolean isRollback(List<ObjectState> revisions, int i) {
        if (!facts(revisions.get(i)).earlier().isEmpty()) {
            return true;
        }
        return i > 0 && revisions.get(i).created() != null && revisions.get(i - 1).created() != null
                && revisions.get(i).created().isBefore(revisions.get(i - 1).created());
    }
}
