package io.painchain.model.integration;

import java.time.Instant;

/** A provider's quota for one resource, e.g. GitHub's {@code core}, as its last answer told. */
public record RateLimit(int limit, int remaining, int used, Instant resetAt) {
}
