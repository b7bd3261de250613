package io.painchain.simulator.world;

import java.time.Instant;

/** One event of the feed. */
public record FeedEvent(long id, Account actor, Instant createdAt, Instant visibleFrom, FeedPayload payload) {
}
