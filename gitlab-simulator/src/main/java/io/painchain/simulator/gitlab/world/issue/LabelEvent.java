package io.painchain.simulator.gitlab.world.issue;

import java.time.Instant;

import io.painchain.simulator.gitlab.world.base.User;

/** A label that was added to an issue or removed. */
public record LabelEvent(long id, String action, long labelId, String label, User user, Instant createdAt) {
}
