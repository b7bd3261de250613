package io.painchain.backend.webhook.digest;

import java.time.Instant;
import java.util.UUID;

/** @param body compressed, {@code null} where it is not kept any more, as are the headers */
record TakenDelivery(UUID id, String key, String event, Instant receivedAt, int attempt, String headers, byte[] body) {
}
