package io.painchain.backend.subscription;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * Who is told of which events, and how that goes.
 *
 * @param url a chat's address is a credential, so only its host is shown
 * @param secret masked, except in the answer that made it
 * @param active whether it is sent to; {@code false} also where its receiver's answers ended it
 * @param state active, paused, or disabled
 * @param reason why it is disabled
 * @param failedAttempts since the last good one
 * @param nextAttemptAt no attempt before, where the receiver failed or asked for time
 * @param version counted up by each change; the ETag
 */
@Schema(name = "Subscription")
public record SubscriptionView(String id, @Nullable String tenantId, String name, Target target, String url, String filter,
        @Nullable String secret, boolean active, String state, @Nullable String reason, int failedAttempts,
        @Nullable Instant failingSince, @Nullable Instant nextAttemptAt, @Nullable Instant lastSuccessAt, long version,
        Instant createdAt, Instant updatedAt) {
}
