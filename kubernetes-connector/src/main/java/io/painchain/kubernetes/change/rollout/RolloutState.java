package io.painchain.kubernetes.change.rollout;

import java.time.Instant;

import io.painchain.kubernetes.projection.RolloutProgress;

/** @param exact whether the cluster noted begin and end */
record RolloutState(String status, Instant begin, Instant end, boolean exact) {

    /** @param reached whether it is this revision that it is on the way to; {@code baseline}: nobody watched before */
    static RolloutState of(RolloutProgress progress, Instant begin, boolean reached, boolean baseline, Instant now) {
        if (!reached || !progress.seen()) {
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
