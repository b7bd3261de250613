package io.painchain.simulator.world.git;

import java.time.Instant;

import io.painchain.simulator.world.account.Account;

/** A change of a branch: where it stood before and after. */
public record Activity(long id, String branch, String before, String after, ActivityType type, Account actor,
        Instant timestamp) {

    public String ref() {
        return "refs/heads/" + branch;
    }
}
