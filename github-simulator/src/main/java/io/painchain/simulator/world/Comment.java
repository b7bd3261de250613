package io.painchain.simulator.world;

import java.time.Instant;

/** A comment on an issue or a pull request. */
public record Comment(long id, Account author, String body, Instant createdAt) {
}
