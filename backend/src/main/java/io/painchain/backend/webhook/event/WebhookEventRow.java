package io.painchain.backend.webhook.event;

import java.time.Instant;
import java.util.UUID;

/** As stored; headers and body only where they were asked for. */
record WebhookEventRow(UUID id, UUID integrationId, String type, UUID configId, String event, String key, String repository,
        String state, Instant notBefore, Instant processedAt, String error, String reason, String events, int attempt,
        Instant receivedAt, int bytes, boolean isKept, String headers, byte[] body) {
}
