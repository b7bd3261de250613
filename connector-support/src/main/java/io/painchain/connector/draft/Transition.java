package io.painchain.connector.draft;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Status, actor and time never change; other facts go with the newest step. {@code eventId} is null where not readable. */
public record Transition(Kind kind, Long eventId, Instant at, String actor, boolean newest) {

    /** Each kind has the status that follows it. */
    public enum Kind {
        opened("open"),
        closed("closed"),
        reopened("open"),
        merged("merged");

        private final String status;

        Kind(String status) {
            this.status = status;
        }

        public String status() {
            return status;
        }
    }

    public static Transition opened(String author, Instant at, boolean newest) {
        return new Transition(Kind.opened, null, at, author, newest);
    }

    /** For earlier steps: just before the step, so that it never replaces what was stored while it was the newest. */
    public Instant asOfItself() {
        return at.minus(1, ChronoUnit.MICROS);
    }

    public String word() {
        return kind == Kind.opened ? "created_at" : kind + "_at";
    }

    /** Opened and merged happen once; the others differ by event number, else by time. */
    public String suffix() {
        if (kind == Kind.opened || kind == Kind.merged) {
            return "#" + kind;
        }
        return eventId == null ? "#" + kind + "@" + at : "#" + kind + "-" + eventId;
    }
}
