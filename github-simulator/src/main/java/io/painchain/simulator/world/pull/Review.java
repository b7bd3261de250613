package io.painchain.simulator.world.pull;

import java.time.Instant;

import io.painchain.simulator.world.account.Account;

/** A review; a pending one has no time of submission. */
public record Review(long id, Account author, String state, String body, Instant submittedAt, String commitId) {

    public static final String APPROVED = "APPROVED";
    public static final String CHANGES_REQUESTED = "CHANGES_REQUESTED";
    public static final String COMMENTED = "COMMENTED";
    public static final String DISMISSED = "DISMISSED";
    public static final String PENDING = "PENDING";

    Review dismissed() {
        return new Review(id, author, DISMISSED, body, submittedAt, commitId);
    }
}
