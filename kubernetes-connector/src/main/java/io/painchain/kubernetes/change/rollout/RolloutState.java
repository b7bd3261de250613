package io.painchain.kubernetes.change.rollout;

import java.time.Instant;

import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.RevisionFacts;
import io.painchain.kubernetes.projection.RolloutProgress;
import io.painchain.kubernetes.projection.WorkloadFacts;

/** @param exact whether the cluster noted begin and end */
record RolloutState(String status, Instant begin, Instant end, boolean exact) {

    /** @param known what was noted of the workload before; {@code baseline}: nothing was, and nobody watched */
    static RolloutState of(WorkloadFacts workload, ObjectState revision, Instant begin, RolloutNote known, boolean baseline,
            Instant now) {
        RolloutProgress progress = workload.progress();
        long number = revision.facts(RevisionFacts.class).revision();
        boolean other = workload.revision() > 0 && workload.revision() != number;
        boolean lags = workload.revision() == 0 && known.lags(number, workload.templateChangedAt());
        if (other || lags || !progress.seen()) {
            return new RolloutState("in_progress", begin, null, true);
        }
        if (progress.aborted()) {
            return ended("aborted", begin, progress, baseline, now);
        }
        if (progress.done() && (progress.endedAt() == null || !progress.endedAt().isBefore(begin) || baseline)) {
            return ended("success", begin, progress, baseline, now);
        }
        if (progress.failed() && (progress.endedAt() == null || !progress.endedAt().isBefore(begin))) {
            return ended("failure", begin, progress, baseline, now);
        }
        return new RolloutState(progress.paused() ? "paused" : "in_progress", begin, null, true);
    }

    private static RolloutState ended(String status, Instant begin, RolloutProgress progress, boolean baseline,
            Instant now) {
        if (progress.endedAt() != null) {
            return new RolloutState(status, begin, progress.endedAt().isBefore(begin) ? begin : progress.endedAt(), true);
        }
        // Of what ended before anybody watched, nobody knows when.
        return new RolloutState(status, begin, baseline ? null : now, false);
    }
}
