package io.painchain.backend.webhook.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A delivery and what became of it.
 *
 * @param deliveryId as its sender named it, the same where it comes again
 * @param processed whether it needs nothing more
 * @param state {@code pending}, {@code leased}, {@code mapped}, {@code ignored}, {@code deferred} or {@code dead}
 * @param reason why it is no event
 * @param events external ids of what it became
 * @param attempt how often it was handed to the connector
 * @param replayable whether its payload is still kept
 * @param headers with the payload only
 * @param payload JSON, else text; {@code null} in a list that did not ask for it, and where it is not kept any more
 */
public record WebhookEventView(
        String id,
        @JsonProperty("integration_id") String integrationId,
        String connector,
        @JsonProperty("config_id") @Nullable String configId,
        @JsonProperty("event_type") @Nullable String eventType,
        @JsonProperty("delivery_id") String deliveryId,
        @JsonProperty("repository_full_name") @Nullable String repositoryFullName,
        String state,
        boolean processed,
        @JsonProperty("processed_at") @Nullable Instant processedAt,
        @Nullable String error,
        @Nullable String reason,
        @Nullable List<String> events,
        int attempt,
        @JsonProperty("received_at") Instant receivedAt,
        int bytes,
        boolean replayable,
        @Nullable Map<String, String> headers,
        @Nullable Object payload) {
}
