package io.painchain.simulator.world.git;

import java.time.Instant;

/** A tag that was created or deleted, and the commit that it named. */
public record TagChange(String tag, boolean created, String sha, Instant at) {
}
