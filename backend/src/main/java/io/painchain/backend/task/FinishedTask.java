package io.painchain.backend.task;

import io.painchain.model.task.TaskState;

/**
 * @param output JSON
 * @param error a sentence
 * @param status 4xx where the connector refused the request, else {@code null}
 */
public record FinishedTask(TaskState state, String output, String error, Integer status) {
}
