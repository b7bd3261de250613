package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that was done to an issue or pull request: {@code closed}, {@code reopened}, {@code merged}, {@code labeled}, …
 *
 * @param issue what it was done to, in its current state; absent in an issue's own list of events
 */
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
