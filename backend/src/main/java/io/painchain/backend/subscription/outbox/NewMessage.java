package io.painchain.backend.subscription.outbox;

import java.util.UUID;

/** @param body as it will be sent to a webhook */
public record NewMessage(UUID eventId, long revision, String title, String body) {
}
