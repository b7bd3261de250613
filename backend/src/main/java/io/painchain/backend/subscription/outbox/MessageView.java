package io.painchain.backend.subscription.outbox;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * One state of an event on its way to a subscriber.
 *
 * @param webhookId what the receiver gets as {@code webhook-id}, the same for every attempt
 * @param state waiting, sent, or failed for good
 * @param nextAttemptAt only while it waits
 * @param status of the last answer, {@code null} where there was none
 * @param attempts the newest first; only of a single message
 */
@Schema(name = "OutgoingMessage")
public record MessageView(String id, String webhookId, String eventId, long revision, String title, String state, int attempt,
        @Nullable Instant nextAttemptAt, Instant createdAt, @Nullable Instant doneAt, @Nullable Integer status,
        @Nullable String error, @Nullable List<AttemptView> attempts) {

    /** @param error a sentence, {@code null} where the receiver took it */
    @Schema(name = "OutgoingAttempt")
    public record AttemptView(int number, Instant at, int millis, @Nullable Integer status, @Nullable String error) {
    }
}
