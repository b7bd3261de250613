package io.painchain.kubernetes.change.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.Operations;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.mapping.Rollout;
import io.painchain.kubernetes.mapping.RolloutMapper;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.RevisionFacts;
import io.painchain.kubernetes.projection.WorkloadFacts;
import io.painchain.kubernetes.projection.status.PodFacts;

/** Follows the revisions of one kind of workload, each from its begin to its end. */
final class RolloutBook {

    private static final Duration LATE = Duration.ofMinutes(10);
    /** As many old revisions as clusters keep. */
    private static final int MOST = 10;

    private final Situation situation;
    private final String kind;

    RolloutBook(Situation situation, String kind) {
        this.situation = situation;
        this.kind = kind;
    }

    /** Waits until workload and revisions are known. */
    void follow(ObjectState workload, Origin origin) {
        if (workload == null || !situation.complete(kind) || !situation.complete(RolloutKind.revisionsOf(kind))) {
            return;
        }
        WorkloadFacts facts = workload.facts(WorkloadFacts.class);
        if (facts == null || facts.progress() == null) {
            return;
        }
        List<ObjectState> revisions = Revisions.seenBy(workload, kind, situation);
        if (revisions.isEmpty()) {
            return;
        }
        Notes notes = situation.notes(workload.namespace());
        RolloutNote known = RolloutNote.of(notes.get(key(workload)), workload.shortUid());
        if (known.revision() > Revisions.newest(revisions)) {
            // A replay tells of times that are known already.
            return;
        }
        if (isAhead(revisions, facts, known)) {
            return;
        }
        RolloutNote now = draft(workload, revisions, known, origin);
        prunedSince(workload, revisions, known);
        notes.put(key(workload), now.write());
    }

    /** A revision that is used again may be told before its workload, which alone knows since when. */
    private static boolean isAhead(List<ObjectState> revisions, WorkloadFacts facts, RolloutNote known) {
        int last = revisions.size() - 1;
        long number = Revisions.newest(revisions);
        boolean lags = facts.revision() > 0 ? facts.revision() < number : known.lags(number, facts.templateChangedAt());
        return lags && Revisions.isRollback(revisions, last) && known.begin(number) == null;
    }

    /** The workload is deleted. */
    void end(ObjectState workload, Instant at) {
        Notes notes = situation.notes(workload.namespace());
        RolloutNote known = RolloutNote.of(notes.get(key(workload)), workload.shortUid());
        List<ObjectState> revisions = Revisions.of(workload, kind, situation);
        if (known.open() && !revisions.isEmpty() && Revisions.newest(revisions) == known.revision()) {
            int last = revisions.size() - 1;
            Instant begin = begin(workload, revisions, last, known);
            draft(workload, revisions, last, new RolloutState("aborted", begin, at, false), false);
        }
        notes.remove(key(workload));
    }

    private String key(ObjectState workload) {
        return "rollout/" + kind + "/" + workload.name();
    }

    private RolloutNote draft(ObjectState workload, List<ObjectState> revisions, RolloutNote known, Origin origin) {
        int last = revisions.size() - 1;
        RolloutNote note = known;
        for (int i = Math.max(0, last - MOST); i <= last; i++) {
            long number = Revisions.number(revisions.get(i));
            boolean stands = number < known.revision() || number == known.revision() && i < last && !known.open();
            if (stands || failed(number, i < last, known)) {
                continue;
            }
            Instant begin = begin(workload, revisions, i, note);
            RolloutState state = i < last
                    ? new RolloutState("superseded", begin, later(begin, begin(workload, revisions, i + 1, note)), true)
                    : RolloutState.of(workload.facts(WorkloadFacts.class), revisions.get(i), begin, known,
                            known.revision() == 0 && origin == Origin.BASELINE, situation.now());
            note = note.begun(number, begin, Revisions.isRollback(revisions, i));
            if (number == known.revision() && i == last) {
                boolean stuck = known.status().equals("failure") && !state.status().equals("success");
                if (!known.open() || stuck || known.status().equals(state.status())) {
                    return known;
                }
            }
            boolean late = origin != Origin.BASELINE && number != known.revision()
                    && begin.isBefore(situation.now().minus(LATE));
            draft(workload, revisions, i, state, late);
            note = note.standing(number, state, workload.facts(WorkloadFacts.class).templateChangedAt());
        }
        return note;
    }

    /** What was stuck until something else took its place stays a failure. */
    private static boolean failed(long number, boolean replaced, RolloutNote known) {
        return replaced && number == known.revision() && known.status().equals("failure");
    }

    private void draft(ObjectState workload, List<ObjectState> revisions, int i, RolloutState state, boolean late) {
        RevisionFacts before = i == 0 ? null : Revisions.facts(revisions.get(i - 1));
        boolean first = i == 0 && Revisions.number(revisions.get(0)) == 1
                && Revisions.facts(revisions.get(0)).earlier().isEmpty();
        // Not as of the revision: a list or a replay may know it from long after what the workload tells now.
        Instant asOf = workload.asOf(state.begin(), state.end()).asOf();
        Rollout rollout = new Rollout(workload, kind, Revisions.facts(revisions.get(i)), before, first,
                Revisions.isRollback(revisions, i),
                state.begin(), state.end(), state.status(), asOf, operation(workload, revisions, i, state.begin()),
                state.status().equals("success") ? running(workload, revisions.get(i)) : Set.of(), state.exact(), late);
        situation.draft(RolloutMapper.draft(situation.scope(workload.namespace()), rollout));
    }

    private Set<String> running(ObjectState workload, ObjectState revision) {
        Set<String> images = new TreeSet<>();
        String hash = String.valueOf(Revisions.facts(revision).hash());
        for (ObjectState pod : situation.table("Pod").in(workload.namespace())) {
            PodFacts facts = pod.facts(PodFacts.class);
            boolean owned = facts != null && facts.owner() != null && (facts.owner().uid().equals(revision.uid())
                    || facts.owner().uid().equals(workload.uid()) && facts.hash() != null && facts.hash().endsWith(hash));
            if (owned && images.size() < MOST) {
                images.addAll(facts.images());
            }
        }
        return images;
    }

    /** Of the newest revision only: who wrote the template of an earlier one is not known any more. */
    private String operation(ObjectState workload, List<ObjectState> revisions, int i, Instant begin) {
        WorkloadFacts facts = workload.facts(WorkloadFacts.class);
        boolean newest = i == revisions.size() - 1 && facts.templateChange() != null;
        return newest ? Operations.before(situation, workload.namespace(), facts.templateChange().manager(), begin) : null;
    }

    private Instant begin(ObjectState workload, List<ObjectState> revisions, int i, RolloutNote known) {
        Instant created = revisions.get(i).created() == null ? workload.created() : revisions.get(i).created();
        if (!Revisions.isRollback(revisions, i)) {
            return created;
        }
        Instant fixed = known.begin(Revisions.number(revisions.get(i)));
        if (fixed != null) {
            return fixed;
        }
        Instant changed = workload.facts(WorkloadFacts.class).templateChangedAt();
        boolean newest = i == revisions.size() - 1;
        return newest && changed != null && changed.isAfter(created) ? changed : created;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    /** Numbers between the last that was known and the newest of which the cluster knows nothing any more. */
    private void prunedSince(ObjectState workload, List<ObjectState> revisions, RolloutNote known) {
        if (known.revision() == 0) {
            return;
        }
        List<Long> kept = new ArrayList<>();
        revisions.forEach(one -> {
            kept.add(Revisions.number(one));
            kept.addAll(Revisions.facts(one).earlier());
        });
        long newest = Revisions.newest(revisions);
        long from = known.revision() + 1;
        while (from < newest && kept.contains(from)) {
            from++;
        }
        long to = from;
        while (to + 1 < newest && !kept.contains(to + 1)) {
            to++;
        }
        if (from < newest) {
            situation.gap("rollouts", known.seenAt(), situation.now(),
                    "revisions " + from + (to > from ? "–" + to : "") + " of "
                            + situation.scope(workload.namespace()).object(kind, workload.name()) + " were pruned");
        }
    }
}
