package io.painchain.github.change.transition;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.api.record.User;
import io.painchain.github.mapping.Transition;

/** The last closing, reopening or merge of an issue or pull request. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({ "kind", "eventId", "at", "actor" })
public record TransitionMark(Transition.Kind kind, long eventId, long at, String actor) {

    public static TransitionMark of(IssueEvent event) {
        return new TransitionMark(Transition.Kind.valueOf(event.event()), event.id(), event.createdAt().getEpochSecond(),
                User.loginOf(event.actor()));
    }

    public boolean is(Transition.Kind other) {
        return kind == other;
    }

    public Transition transition(boolean newest) {
        return new Transition(kind, eventId, Instant.ofEpochSecond(at), actor, newest);
    }
}
