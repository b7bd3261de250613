package io.painchain.simulator.world.deployment;

import java.time.Instant;

import io.painchain.simulator.world.account.Account;

/** A state that a deployment came into, and the run that brought it there; 0 for none. */
public record DeploymentStatus(long id, String state, String description, Account creator, Instant createdAt,
        long run) {
}
