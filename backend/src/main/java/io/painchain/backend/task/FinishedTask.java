package io.painchain.backend.task;

import io.painchain.model.task.TaskState;

/** All but the state may be {@code null}; output is JSON, status the 4xx of a connector that refused the request. */
public record FinishedTask(TaskState state, String output, String error, Integer status) {
}
