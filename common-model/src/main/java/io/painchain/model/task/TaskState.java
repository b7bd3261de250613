package io.painchain.model.task;

/** Where a task stands. */
public enum TaskState {
    queued,
    leased,
    done,
    /** Its connector said that it cannot be done. */
    failed,
    /** Given up: nobody came for it in time, or every attempt was lost. */
    dead,
    cancelled
}
