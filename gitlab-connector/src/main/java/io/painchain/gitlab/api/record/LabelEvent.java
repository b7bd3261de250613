package io.painchain.gitlab.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The label is null where it was deleted since. */
public record LabelEvent(Long id, User user, Instant createdAt, Label label, String action) {

    public LabelEvent {
        requireNonNull(id, "id");
        requireNonNull(createdAt, "created_at");
    }

    public record Label(String name) {
    }

    public boolean added() {
        return "add".equals(action);
    }
}
