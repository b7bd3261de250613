package io.painchain.connector.list;

import java.time.Instant;

/** @param answeredAt the server's clock */
public record Read<T>(T value, Instant answeredAt) {
}
