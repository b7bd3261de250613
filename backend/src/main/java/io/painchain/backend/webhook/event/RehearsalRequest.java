package io.painchain.backend.webhook.event;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/** @param after the {@code next} of the portion before */
public record RehearsalRequest(
        @JsonProperty("integration_id") @NotBlank @Size(max = 36) String integrationId,
        @NotNull Instant from,
        @Nullable Instant to,
        @Nullable @Size(max = 36) String after) {
}
