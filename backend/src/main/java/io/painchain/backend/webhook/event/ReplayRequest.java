package io.painchain.backend.webhook.event;

import java.time.Instant;

import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.painchain.model.validation.Limits;

/** Which deliveries are to be digested again; what is absent is any. */
public record ReplayRequest(
        @JsonProperty("integration_id") @Nullable @Size(max = 36) String integrationId,
        @JsonProperty("event_type") @Nullable @Size(max = 200) String eventType,
        @Nullable @Size(max = Limits.PROJECT) String repository,
        @Nullable @Size(max = 20) String state,
        @Nullable Instant from,
        @Nullable Instant to) {
}
