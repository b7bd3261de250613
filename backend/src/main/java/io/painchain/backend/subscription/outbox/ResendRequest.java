package io.painchain.backend.subscription.outbox;

import java.time.Instant;

import jakarta.validation.constraints.Pattern;

import org.jetbrains.annotations.Nullable;

/**
 * Which messages are sent again.
 *
 * @param state {@code failed} or {@code sent}; absent: both
 * @param from by when they were made
 */
public record ResendRequest(@Nullable @Pattern(regexp = "failed|sent", message = "must be failed or sent") String state,
        @Nullable Instant from, @Nullable Instant to) {
}
