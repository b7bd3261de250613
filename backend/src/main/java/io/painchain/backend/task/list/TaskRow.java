package io.painchain.backend.task.list;

import java.time.Instant;
import java.util.UUID;

import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;

/** JSON as text; {@code null} where nothing was reported. */
public record TaskRow(UUID id, String type, TaskKind kind, UUID integrationId, TaskState state, int attempt, String about,
        Progress progress,
        String error, Instant createdAt, Instant startedAt, Instant finishedAt) {

    public record Progress(Long done, Long total, String note, String counts, String repositories) {
    }
}
