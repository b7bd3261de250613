package io.painchain.backend.task.list;

import java.time.Instant;

import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;

/**
 * A task as operators see it: never its input or output.
 *
 * @param integrationName {@code null} where it is about no stored integration
 * @param attempt 0 while nobody came for it
 * @param error why it failed or was given up, or {@code null}
 */
public record TaskView(String id, String type, TaskKind kind, String integrationId, String integrationName, TaskState state,
        int attempt, Long done, Long total, String note, String error, Instant createdAt, Instant startedAt,
        Instant finishedAt) {
}
