package io.painchain.backend.task;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.painchain.model.task.TaskKind;

/**
 * @param integrationId {@code null} without a stored one
 * @param input in clear
 * @param about the part users may see
 * @param timeout how long it may wait for a connector, {@code null}: forever
 */
public record NewTask(String type, TaskKind kind, String tenantId, UUID integrationId, Object input, Map<String, Object> about,
        Duration timeout) {

    public static NewTask awaited(String type, TaskKind kind, String tenantId, UUID integrationId, Object input,
            Duration timeout) {
        return new NewTask(type, kind, tenantId, integrationId, input, Map.of(), timeout);
    }

    public static NewTask job(String type, TaskKind kind, String tenantId, UUID integrationId, Object input,
            Map<String, Object> about) {
        return new NewTask(type, kind, tenantId, integrationId, input, about, null);
    }
}
