package io.painchain.github.change.transition;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import io.painchain.connector.draft.Transition;
import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.api.record.User;

/** The last closing, reopening or merge; {@code eventId} is 0 where no event exists, so that it is identified by time. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({ "kind", "eventId", "at", "actor" })
public record TransitionMark(Transition.Kind kind, long eventId, long at, String actor) {

    private static final long UNSEEN = 0;
    private static final long SAME_SECONDS = 10;

    public static TransitionMark of(IssueEvent event) {
        return new TransitionMark(Transition.Kind.valueOf(event.event()), event.id(), event.createdAt().getEpochSecond(),
                User.loginOf(event.actor()));
    }

    public static TransitionMark closedAt(Instant moment) {
        return new TransitionMark(Transition.Kind.closed, UNSEEN, moment.getEpochSecond(), null);
    }

    /** Whether {@code later} is the event of this step, which was stored by time. */
    boolean isIdentifiedAs(TransitionMark later) {
        return eventId == UNSEEN && is(later.kind) && Math.abs(at - later.at) <= SAME_SECONDS;
    }

    public boolean tellsOf(Instant closedAt) {
        return closedAt != null && Math.abs(closedAt.getEpochSecond() - at) <= 1;
    }

    public boolean is(Transition.Kind other) {
        return kind == other;
    }

    public Transition transition(boolean newest) {
        return new Transition(kind, eventId == UNSEEN ? null : eventId, Instant.ofEpochSecond(at), actor, newest);
    }
}
