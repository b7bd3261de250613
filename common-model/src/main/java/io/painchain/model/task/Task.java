package io.painchain.model.task;

import java.time.Instant;
import java.util.Map;

import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.integration.IntegrationView;

/**
 * A piece of work as {@code POST /api/connectors/{type}/tasks/lease} hands it to a connector, for 60 s unless progress is told.
 *
 * @param id UUIDv7
 * @param type the connector type
 * @param tenantId {@code null} for the self-hosted tenant
 * @param integrationId absent where the task is about a configuration that is not stored
 * @param input by kind, secrets in clear: never to be logged
 * @param attempt 1 for the first; of another attempt than the newest no word is taken any more. Progress and result name it
 * @param leaseUntil when another may get it
 * @param integration with its configuration in clear; absent without an {@code integrationId}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Task(@NotNull String id, @NotNull String type, @NotNull TaskKind kind, String tenantId, String integrationId,
        Map<String, Object> input,
        int attempt, @NotNull Instant leaseUntil, IntegrationView integration) {
}
