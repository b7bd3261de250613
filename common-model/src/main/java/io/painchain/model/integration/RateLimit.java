package io.painchain.model.integration;

import java.time.Instant;

import org.jetbrains.annotations.Nullable;

/** A provider's quota for one resource, e.g. GitHub's {@code core}, as its last answer told. */
public record RateLimit(int limit, int remaining, int used, @Nullable Instant resetAt) {
}
