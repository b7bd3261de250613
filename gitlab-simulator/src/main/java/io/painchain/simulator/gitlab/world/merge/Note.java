package io.painchain.simulator.gitlab.world.merge;

import java.time.Instant;

import io.painchain.simulator.gitlab.world.base.User;

/** A comment, or what GitLab itself notes, such as an approval. */
public record Note(long id, String body, User author, Instant createdAt, boolean system) {
}
