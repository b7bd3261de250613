package io.painchain.kubernetes.change.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.painchain.kubernetes.kind.ObjectTable;
import io.painchain.kubernetes.kind.Operations;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.mapping.Rollout;
import io.painchain.kubernetes.mapping.Rollout.Cause;
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

    private record Standing(RolloutState state, Cause cause, boolean late) {
    }

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
        RolloutNote known = known(workload);
        if (known.revision() > Revisions.newest(revisions)) {
            // A replay tells of times that are known already.
            return;
        }
        if (isAhead(revisions, facts, known)) {
            return;
        }
        RolloutNote now = draft(workload, revisions, known, origin);
        prunedSince(workload, revisions, known);
        situation.notes(workload.namespace()).put(key(workload), now.write());
        forget(workload, now.lastEnded());
    }

    /**
     * A revision that is used again may be told before its workload, which alone knows since when. Where the one that was
     * known last is another, the workload has moved on since.
     */
    private static boolean isAhead(List<ObjectState> revisions, WorkloadFacts facts, RolloutNote known) {
        int last = revisions.size() - 1;
        long number = Revisions.newest(revisions);
        boolean moved = revisions.stream().anyMatch(one -> Revisions.number(one) == known.revision());
        boolean lags = facts.revision() == 0 && !moved && known.lags(number, facts.templateChangedAt());
        return lags && Revisions.isRollback(revisions, last) && known.begin(number) == null;
    }

    /** A revision is pruned of which the workload's watch, which may be behind, has not told yet. */
    void keep(ObjectState workload, ObjectState revision) {
        if (workload != null && Revisions.isOf(revision, workload)
                && known(workload).lastEnded() < Revisions.number(revision)) {
            situation.table(Revisions.pruned(kind)).put(revision);
        }
    }

    private void forget(ObjectState workload, long until) {
        ObjectTable pruned = situation.table(Revisions.pruned(kind));
        List.copyOf(pruned.in(workload.namespace())).stream()
                .filter(one -> Revisions.isOf(one, workload) && Revisions.number(one) <= until).forEach(pruned::remove);
    }

    private RolloutNote known(ObjectState workload) {
        return RolloutNote.of(situation.notes(workload.namespace()).get(key(workload)), workload.shortUid());
    }

    /** The workload is deleted. */
    void end(ObjectState workload, Instant at) {
        RolloutNote known = known(workload);
        List<ObjectState> revisions = Revisions.of(workload, kind, situation);
        if (known.open() && !revisions.isEmpty() && Revisions.newest(revisions) == known.revision()) {
            int last = revisions.size() - 1;
            Instant begin = begin(workload, revisions, last, known);
            draft(workload, revisions, last, new Standing(new RolloutState("aborted", begin, at, false), known.cause(), false));
        }
        situation.notes(workload.namespace()).remove(key(workload));
        forget(workload, Long.MAX_VALUE);
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
                    : RolloutState.of(workload.facts(WorkloadFacts.class).progress(), begin,
                            isReached(workload, revisions, known),
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
            Cause cause = cause(workload, revisions, i, begin, known);
            draft(workload, revisions, i, new Standing(state, cause, late));
            note = note.standing(number, state, workload.facts(WorkloadFacts.class).templateChangedAt(), cause)
                    .matched(known.matched() || Revisions.isMatched(workload, revisions, number));
        }
        return note;
    }

    /** Whether what the workload says of its progress is of the newest revision. */
    private static boolean isReached(ObjectState workload, List<ObjectState> revisions, RolloutNote known) {
        long newest = Revisions.newest(revisions);
        long reached = Revisions.reached(workload, revisions);
        WorkloadFacts facts = workload.facts(WorkloadFacts.class);
        boolean isNamed = facts.wanted() != null && facts.wanted().revision() != null;
        if (reached > 0 || isNamed) {
            return reached == newest;
        }
        // It may want a template whose revision is not told yet: how far that one is says nothing of the others.
        boolean isBeyond = facts.wanted() != null && known.matched();
        return !isBeyond && !known.lags(newest, facts.templateChangedAt());
    }

    /** What was stuck until something else took its place stays a failure. */
    private static boolean failed(long number, boolean replaced, RolloutNote known) {
        return replaced && number == known.revision() && known.status().equals("failure");
    }

    private void draft(ObjectState workload, List<ObjectState> revisions, int i, Standing standing) {
        RolloutState state = standing.state();
        RevisionFacts before = Revisions.before(revisions, i);
        boolean first = i == 0 && Revisions.number(revisions.get(0)) == 1
                && Revisions.facts(revisions.get(0)).earlier().isEmpty();
        // Not as of the revision: a list or a replay may know it from long after what the workload tells now.
        Instant asOf = workload.asOf(state.begin(), state.end()).asOf();
        Rollout rollout = new Rollout(workload, kind, Revisions.facts(revisions.get(i)), before, first,
                Revisions.isRollback(revisions, i),
                state.begin(), state.end(), state.status(), asOf, standing.cause(),
                state.status().equals("success") ? running(workload, revisions.get(i)) : Set.of(), state.exact(),
                standing.late());
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

    /** As it was noted at first; a workload tells of its newest template only, and an operation may be told a moment later. */
    private Cause cause(ObjectState workload, List<ObjectState> revisions, int i, Instant begin, RolloutNote known) {
        Cause noted = Revisions.number(revisions.get(i)) == known.revision() ? known.cause() : Cause.UNKNOWN;
        Cause now = i == revisions.size() - 1 ? Cause.of(workload.facts(WorkloadFacts.class)) : Cause.UNKNOWN;
        String manager = either(noted.manager(), now.manager());
        String operation = Operations.before(situation, workload.namespace(), manager, begin);
        return new Cause(manager, either(operation, noted.operation()), either(noted.commit(), now.commit()));
    }

    private static String either(String one, String other) {
        return one == null ? other : one;
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

    private void prunedSince(ObjectState workload, List<ObjectState> revisions, RolloutNote known) {
        String missing = known.revision() == 0 ? "" : Revisions.missing(revisions, known.revision());
        if (!missing.isEmpty()) {
            situation.gap("rollouts", known.seenAt(), situation.now(), "revisions " + missing + " of "
                    + situation.scope(workload.namespace()).object(kind, workload.name()) + " were pruned");
        }
    }
}
