package io.painchain.simulator.world.feed;

import java.time.Instant;

import io.painchain.simulator.world.account.Account;

/** One event of the feed. */
public record FeedEvent(long id, Account actor, Instant createdAt, Instant visibleFrom, FeedPayload payload) {
}
