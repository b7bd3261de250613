package io.painchain.backend.task;

import io.painchain.model.task.TaskState;

/**
 * What became of a task.
 *
 * @param output JSON, or {@code null}
 * @param error a sentence, or {@code null}
 * @param status 4xx where the connector refused what was asked, or {@code null}
 */
public record FinishedTask(TaskState state, String output, String error, Integer status) {
}
