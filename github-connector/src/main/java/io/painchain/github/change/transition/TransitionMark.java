package io.painchain.github.change.transition;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.api.record.User;
import io.painchain.github.mapping.Transition;

/**
 * The last closing, reopening or merge of an issue or pull request.
 *
 * @param eventId {@code 0} where no event tells of it, so that it bears its time
 */
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

    /** Whether it is what this one stands for, which no event told when it was stored. */
    boolean toldAs(TransitionMark later) {
        return eventId == UNSEEN && is(later.kind) && Math.abs(at - later.at) <= SAME_SECONDS;
    }

    /** Whether it is the closing of that time. */
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
