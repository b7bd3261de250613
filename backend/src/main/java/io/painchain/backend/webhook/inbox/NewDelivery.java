package io.painchain.backend.webhook.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A row of the inbox and its body.
 *
 * @param key as the sender calls it
 * @param ignored why it is not to be digested, or {@code null}
 * @param headers as a JSON object
 * @param body compressed
 */
record NewDelivery(String tenantId, UUID integrationId, UUID id, String key, String type, UUID configId, String event,
        String repository, Instant receivedAt, int bytes, String ignored, String headers, byte[] body) {

    LocalDate day() {
        return receivedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
