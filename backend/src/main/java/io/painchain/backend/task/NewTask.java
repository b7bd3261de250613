package io.painchain.backend.task;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.painchain.model.task.TaskKind;

/**
 * @param integrationId {@code null} without a stored one
 * @param input in clear
 * @param about the part users may see
 * @param patience how long it may wait for a connector, {@code null}: forever
 */
public record NewTask(String type, TaskKind kind, String tenantId, UUID integrationId, Object input, Map<String, Object> about,
        Duration patience) {

    public static NewTask asked(String type, TaskKind kind, String tenantId, UUID integrationId, Object input,
            Duration patience) {
        return new NewTask(type, kind, tenantId, integrationId, input, Map.of(), patience);
    }

    public static NewTask job(String type, TaskKind kind, String tenantId, UUID integrationId, Object input,
            Map<String, Object> about) {
        return new NewTask(type, kind, tenantId, integrationId, input, about, null);
    }
}
