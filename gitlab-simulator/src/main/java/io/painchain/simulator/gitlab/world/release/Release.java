package io.painchain.simulator.gitlab.world.release;

import java.time.Instant;

import io.painchain.simulator.gitlab.world.base.User;

/** A release; it may be announced for a time ahead. */
public record Release(String tag, String name, String description, String sha, User author, Instant createdAt,
        Instant releasedAt) {
}
