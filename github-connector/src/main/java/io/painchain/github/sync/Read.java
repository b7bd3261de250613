package io.painchain.github.sync;

import java.time.Instant;

/** A record and the server's clock when it said so. */
record Read<T>(T value, Instant answeredAt) {
}
