package io.painchain.backend.webhook.config;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * The body of {@code POST /api/webhooks/configs}.
 *
 * @param integrationId whose deliveries they are; absent: of the one integration that watches the repository
 * @param repositoryId its name as payloads have it ({@code acme/api}) or its id; absent: all of the integration
 * @param webhookId the provider's id of the hook, so that its deliveries are found by it
 * @param webhookUrl where the provider sends them; absent: the address of the integration here
 * @param secret at least 16 visible characters; absent: one is made, and shown once
 * @param events those wanted, others are stored as ignored; absent or empty: all
 */
public record WebhookConfigRequest(
        @JsonProperty("integration_id") @Nullable @Size(max = 36) @CleanText String integrationId,
        @JsonProperty("repository_id") @Nullable @Size(min = 1, max = Limits.PROJECT) @CleanText String repositoryId,
        @JsonProperty("webhook_id") @Nullable @Size(min = 1, max = 100) @CleanText String webhookId,
        @JsonProperty("webhook_url") @Nullable @Size(max = Limits.URL) @Pattern(regexp = "https?://[^\\s#]+", message = "must be an http or https URL") String webhookUrl,
        @Schema(minLength = 16) @Nullable @Size(max = 200) @Pattern(regexp = "[!-~…•]+", message = "must be visible ASCII without blanks") String secret,
        @Nullable @Size(max = 100) List<@NotNull @Size(min = 1, max = 200) @CleanText String> events,
        @Nullable Boolean active) {
}
