package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** {@code issue} is in its current state, and absent in an issue's own list of events. */
public record IssueEvent(Long id, String event, User actor, Instant createdAt, Issue issue, Label label) {

    public IssueEvent {
        requireNonNull(id, "id");
        requireNonNull(event, "event");
        requireNonNull(createdAt, "created_at");
    }

    public boolean is(String kind) {
        return kind.equals(event);
    }
}
