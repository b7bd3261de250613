package io.painchain.kubernetes.change.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.RevisionFacts;
import io.painchain.kubernetes.projection.WorkloadFacts;

/** The revisions of a workload, oldest first. */
final class Revisions {

    private Revisions() {
    }

    static List<ObjectState> of(ObjectState workload, String kind, Situation situation) {
        return Stream.of(RolloutKind.revisionsOf(kind), pruned(kind))
                .flatMap(table -> situation.table(table).in(workload.namespace()).stream())
                .filter(one -> isOf(one, workload))
                .sorted(Comparator.comparingLong(Revisions::number)).toList();
    }

    /** The table of those that are pruned already, and of which their workload has not told yet. */
    static String pruned(String kind) {
        return "pruned " + RolloutKind.revisionsOf(kind);
    }

    /**
     * Those that the workload, as it is known now, has got to. Two watches tell of both, and a replay of one may be far ahead
     * of
     * the other: how an earlier revision ended would be taken for superseded before its end was told.
     */
    static List<ObjectState> seenBy(ObjectState workload, String kind, Situation situation) {
        List<ObjectState> all = of(workload, kind, situation);
        long reached = reached(workload, all);
        long newest = reached > 0 ? reached : newestBy(all, workload.facts(WorkloadFacts.class).templateChangedAt());
        return all.stream().map(one -> asOf(one, newest)).filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(Revisions::number)).toList();
    }

    /** The number of the one that the workload is at, or on the way to; 0: neither it nor its template says. */
    static long reached(ObjectState workload, List<ObjectState> revisions) {
        WorkloadFacts facts = workload.facts(WorkloadFacts.class);
        if (facts.wanted() == null) {
            return facts.revision();
        }
        long same = newest(revisions, one -> facts(one).template().mark() == facts.wanted().template());
        return same > 0 ? same : newest(revisions, one -> one.name().equals(facts.wanted().revision()));
    }

    /** Whether the revision of this number is known by its template, or by its name, to be the one that is wanted. */
    static boolean isMatched(ObjectState workload, List<ObjectState> revisions, long number) {
        return workload.facts(WorkloadFacts.class).wanted() != null && reached(workload, revisions) == number;
    }

    private static long newest(List<ObjectState> revisions, Predicate<ObjectState> which) {
        return revisions.stream().filter(which).mapToLong(Revisions::number).max().orElse(0);
    }

    /** Where nothing else tells: the first that was made once its template was changed. */
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

    static boolean isOf(ObjectState revision, ObjectState workload) {
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

    /** The one that a revision took the place of, which a rollback may have numbered anew since; {@code null}: it is gone. */
    static RevisionFacts before(List<ObjectState> revisions, int i) {
        ObjectState revision = revisions.get(i);
        ObjectState before = null;
        long highest = 0;
        for (ObjectState one : revisions) {
            long number = one == revision ? 0 : numberBelow(facts(one), number(revision));
            if (number > highest) {
                highest = number;
                before = one;
            }
        }
        return before == null ? madeBefore(revisions, revision) : facts(before);
    }

    private static long numberBelow(RevisionFacts facts, long limit) {
        return LongStream.concat(LongStream.of(facts.revision()), facts.earlier().stream().mapToLong(Long::longValue))
                .filter(number -> number < limit).max().orElse(0);
    }

    /** ControllerRevisions do not tell which numbers they had. */
    private static RevisionFacts madeBefore(List<ObjectState> revisions, ObjectState revision) {
        return revisions.stream().filter(one -> one.created() != null && revision.created() != null
                && one.created().isBefore(revision.created())).max(Comparator.comparing(ObjectState::created))
                .map(Revisions::facts).orElse(null);
    }

    /** The first numbers after one that was known of which the cluster knows nothing any more, such as {@code 4–7}. */
    static String missing(List<ObjectState> revisions, long known) {
        List<Long> kept = new ArrayList<>();
        revisions.forEach(one -> {
            kept.add(number(one));
            kept.addAll(facts(one).earlier());
        });
        long newest = newest(revisions);
        long from = known + 1;
        while (from < newest && kept.contains(from)) {
            from++;
        }
        long to = from;
        while (to + 1 < newest && !kept.contains(to + 1)) {
            to++;
        }
        return from >= newest ? "" : to > from ? from + "–" + to : String.valueOf(from);
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
