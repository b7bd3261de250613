package io.painchain.github.mapping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.painchain.github.api.record.User;

/**
 * A step in the life of a pull request or issue. Its status, actor and time stay for good; facts that go on changing are
 * drafted
 * with the newest step only.
 *
 * @param eventId GitHub's number for it among the issue events, {@code null} where that list may not be read
 * @param actor login, {@code null} where unknown
 * @param newest whether nothing came after it yet
 */
public record Transition(Kind kind, Long eventId, Instant at, String actor, boolean newest) {

    /** The kinds of step, each with the status that the thing has from then on. */
    public enum Kind {
        opened("open"),
        closed("closed"),
        reopened("open"),
        merged("merged");

        private final String status;

        Kind(String status) {
            this.status = status;
        }

        String status() {
            return status;
        }
    }

    public static Transition opened(User author, Instant at, boolean newest) {
        return new Transition(Kind.opened, null, at, User.loginOf(author), newest);
    }

    /**
     * The state of the thing that a draft of this step shows, for steps that are no longer the newest: just before the step
     * took
     * effect, so that it never replaces what was stored while the step was the newest.
     */
    Instant asOfItself() {
        return at.minus(1, ChronoUnit.MICROS);
    }

    /** GitHub's word for the time of the step. */
    String word() {
        return kind == Kind.opened ? "created_at" : kind + "_at";
    }

    /** Opened and merged happen once; closing and reopening are told apart by their number, else by their time. */
    String suffix() {
        if (kind == Kind.opened || kind == Kind.merged) {
            return "#" + kind;
        }
        return eventId == null ? "#" + kind + "@" + at : "#" + kind + "-" + eventId;
    }
}
