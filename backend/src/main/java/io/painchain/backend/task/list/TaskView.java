package io.painchain.backend.task.list;

import java.time.Instant;

import org.jetbrains.annotations.Nullable;

import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;

/**
 * A task as operators see it: never its input or output.
 *
 * @param integrationName {@code null} where it is about no stored integration
 * @param attempt 0 while nobody came for it
 * @param error why it failed or was given up, or {@code null}
 */
public record TaskView(String id, String type, TaskKind kind, @Nullable String integrationId, @Nullable String integrationName,
        TaskState state,
        int attempt, @Nullable Long done, @Nullable Long total, @Nullable String note, @Nullable String error,
        Instant createdAt, @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
}
