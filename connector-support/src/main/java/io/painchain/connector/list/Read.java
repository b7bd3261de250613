package io.painchain.connector.list;

import java.time.Instant;

/** A record and the server's clock when it said so. */
public record Read<T>(T value, Instant answeredAt) {
}
