package io.painchain.backend.retention;

import java.time.Instant;

import org.jetbrains.annotations.Nullable;

/**
 * How long events are kept.
 *
 * @param months the tenant's own choice, or {@code null} where the default holds
 * @param defaultMonths the installation's
 * @param oldestEvent when the oldest one happened, or {@code null} without any
 * @param lastRun when older ones were last removed, or {@code null}
 * @param lastDeleted how many those were
 */
public record RetentionView(@Nullable Integer months, int defaultMonths, @Nullable Instant oldestEvent,
        @Nullable Instant lastRun, @Nullable Long lastDeleted) {
}
