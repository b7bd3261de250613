package io.painchain.connector.task;

import io.painchain.model.task.Task;

/** Does one kind of task. */
@FunctionalInterface
public interface TaskHandler {

    /**
     * @return the record that the contract names as the kind's output, or {@code null}
     * @throws TaskFailedException with the sentence that who asked is to read
     * @throws TaskAbandonedException as the progress throws it
     */
    Object handle(Task task, Progress progress);
}
