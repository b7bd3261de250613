package io.painchain.simulator.gitlab.world.base;

import java.time.Instant;

/** A step of a merge request or issue: closed, reopened or merged. */
public record StateEvent(long id, String state, User user, Instant createdAt) {
}
