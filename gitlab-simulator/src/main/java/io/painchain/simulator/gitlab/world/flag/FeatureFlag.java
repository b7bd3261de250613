package io.painchain.simulator.gitlab.world.flag;

import java.time.Instant;

/** A feature flag as it is now; who turned it only audit events say. */
public record FeatureFlag(String name, String description, boolean active, Instant createdAt, Instant updatedAt) {
}
