package io.painchain.simulator.world;

import java.time.Instant;

/** A state that a deployment came into. */
public record DeploymentStatus(long id, String state, String description, Account creator, Instant createdAt) {
}
