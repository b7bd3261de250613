package io.painchain.backend.webhook.config;

import java.time.Instant;
import java.util.List;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A webhook configuration.
 *
 * @param connector the connector's type
 * @param repositoryId {@code null} for all of the integration
 * @param secret a mask, but for the answer that creates or changes it
 * @param events empty for all
 * @param lastDeliveryAt to the second
 * @param registeredAt when it was made or changed at the provider by PainChain; {@code null}: it was not
 * @param standing a sentence: what the provider last said of it
 * @param missing deliveries of the provider that had not arrived when they were last compared
 */
public record WebhookConfigView(
        String id,
        @JsonProperty("integration_id") String integrationId,
        String connector,
        @JsonProperty("repository_id") @Nullable String repositoryId,
        @JsonProperty("webhook_id") @Nullable String webhookId,
        @JsonProperty("webhook_url") String webhookUrl,
        String secret,
        List<String> events,
        boolean active,
        @JsonProperty("last_delivery_at") @Nullable Instant lastDeliveryAt,
        @JsonProperty("registered_at") @Nullable Instant registeredAt,
        @Nullable String standing,
        @JsonProperty("compared_at") @Nullable Instant comparedAt,
        int missing,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {
}
