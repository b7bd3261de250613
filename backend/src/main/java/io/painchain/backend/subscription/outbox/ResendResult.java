package io.painchain.backend.subscription.outbox;

/** @param more whether there are more than are sent again at once */
public record ResendResult(int queued, boolean more) {
}
