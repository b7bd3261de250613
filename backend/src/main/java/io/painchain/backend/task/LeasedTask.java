package io.painchain.backend.task;

import java.time.Instant;
import java.util.UUID;

import io.painchain.model.task.TaskKind;

/** The input is encrypted; {@code resume} is JSON or {@code null}. */
public record LeasedTask(TaskKey key, String type, TaskKind kind, UUID integrationId, byte[] input, String resume, int attempt,
        Instant leaseUntil) {
}
