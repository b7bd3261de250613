package io.painchain.simulator.gitlab.world.git;

import java.time.Instant;

/** A tag; a light one has no message and no time of its own. */
public record Tag(String name, String sha, String message, Instant createdAt) {
}
