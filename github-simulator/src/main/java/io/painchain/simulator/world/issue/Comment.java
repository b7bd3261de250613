package io.painchain.simulator.world.issue;

import java.time.Instant;

import io.painchain.simulator.world.account.Account;

/** A comment on an issue or a pull request; one on a line of a change belongs to a review, others to none (0). */
public record Comment(long id, Account author, String body, Instant createdAt, long review) {
}
