package io.painchain.kubernetes.change.rollout;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.painchain.kubernetes.mapping.Rollout.Cause;

/**
 * What is remembered of a workload's rollouts.
 *
 * @param revision the newest known, begun at {@code seenAt}; 0: none
 * @param template when the template of that revision was written; {@code templateBefore} that of the one before; 0: unknown
 * @param reused the revision that a rollback made the newest, whose begin is {@code reusedAt} for good
 * @param cause of the newest
 * @param matched whether what the workload wants was ever found among its revisions
 */
record RolloutNote(String uid, long revision, String status, long template, long templateBefore, Instant seenAt, long reused,
        Instant reusedAt, Cause cause, boolean matched) {

    static RolloutNote of(Map<String, Object> note, String uid) {
        if (!uid.equals(note.get("u"))) {
            return new RolloutNote(uid, 0, "", 0, 0, null, 0, null, Cause.UNKNOWN, false);
        }
        return new RolloutNote(uid, number(note, "n"), String.valueOf(note.get("s")), number(note, "c"), number(note, "p"),
                moment(note, "t"), number(note, "b"), moment(note, "a"),
                new Cause(text(note, "m"), text(note, "k"), text(note, "g")), Boolean.TRUE.equals(note.get("w")));
    }

    Map<String, Object> write() {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("u", uid);
        note.put("n", revision);
        note.put("s", status);
        note.put("c", template);
        note.put("p", templateBefore);
        if (seenAt != null) {
            note.put("t", seenAt.getEpochSecond());
        }
        if (reusedAt != null) {
            note.put("b", reused);
            note.put("a", reusedAt.getEpochSecond());
        }
        if (matched) {
            note.put("w", true);
        }
        put(note, "m", cause.manager());
        put(note, "k", cause.operation());
        put(note, "g", cause.commit());
        return note;
    }

    boolean open() {
        return status.equals("in_progress") || status.equals("paused") || status.equals("failure");
    }

    /** The newest of which nothing more will be told. */
    long lastEnded() {
        return open() ? revision - 1 : revision;
    }

    Instant begin(long number) {
        return number == reused ? reusedAt : null;
    }

    /** Whether the workload, as it is known, is older than its revision of this number: their watches are two. */
    boolean lags(long number, Instant templateChangedAt) {
        long previous = number == revision ? templateBefore : template;
        return previous != 0 && templateChangedAt != null && templateChangedAt.getEpochSecond() <= previous;
    }

    RolloutNote matched(boolean isMatched) {
        return new RolloutNote(uid, revision, status, template, templateBefore, seenAt, reused, reusedAt, cause, isMatched);
    }

    RolloutNote begun(long number, Instant begin, boolean rollback) {
        return rollback
                ? new RolloutNote(uid, revision, status, template, templateBefore, seenAt, number, begin, cause, matched)
                : this;
    }

    RolloutNote standing(long number, RolloutState state, Instant templateChangedAt, Cause itsCause) {
        boolean begins = number != revision;
        // Once known it stays: the workload may have the next template already, whose revision is not told yet.
        boolean isKnown = !begins && template != 0;
        boolean isUnknown = lags(number, templateChangedAt) || templateChangedAt == null;
        long changed = isKnown ? template : isUnknown ? 0 : templateChangedAt.getEpochSecond();
        return new RolloutNote(uid, number, state.status(), changed, begins ? template : templateBefore,
                begins ? state.begin() : seenAt, reused, reusedAt, itsCause, matched);
    }

    private static long number(Map<String, Object> note, String key) {
        return note.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static String text(Map<String, Object> note, String key) {
        return note.get(key) instanceof String text ? text : null;
    }

    private static void put(Map<String, Object> note, String key, String value) {
        if (value != null) {
            note.put(key, value);
        }
    }

    private static Instant moment(Map<String, Object> note, String key) {
        return note.get(key) instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null;
    }
}
