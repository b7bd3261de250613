package io.painchain.connector.task;

import io.painchain.model.task.Task;

@FunctionalInterface
public interface TaskHandler {

    /** @return the kind's output as the contract names it, or {@code null} */
    Object handle(Task task, Progress progress);
}
