package io.painchain.gitlab.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A numbered step of a merge request or an issue: closed, reopened, merged. */
public record StateEvent(Long id, User user, Instant createdAt, String state) {

    public StateEvent {
        requireNonNull(id, "id");
        requireNonNull(createdAt, "created_at");
        requireNonNull(state, "state");
    }

    public boolean is(String word) {
        return state.equals(word);
    }
}
