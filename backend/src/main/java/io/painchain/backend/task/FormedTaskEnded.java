package io.painchain.backend.task;

import java.time.Instant;
import java.util.Map;

import io.painchain.model.task.TaskKind;

/**
 * Observed in the ending transaction by who formed the task, or had it queued without waiting for its answer.
 *
 * @param output of one that is done, else {@code null}
 * @param error why it is not done, else {@code null}
 */
public record FormedTaskEnded(TaskKey key, String type, TaskKind kind, End end, Map<String, Object> output, String error,
        Instant at) {

    public enum End {
        done,
        /** Its connector says so, or stopped answering. */
        failed,
        /** Given back: nothing in it is to blame. */
        released
    }
}
