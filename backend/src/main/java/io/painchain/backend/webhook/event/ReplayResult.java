package io.painchain.backend.webhook.event;

/**
 * @param replayed how many deliveries were queued again
 * @param more whether others are left: ask again
 */
public record ReplayResult(int replayed, boolean more) {
}
