package io.painchain.connector.task;

import io.painchain.model.task.TaskProgress;

/** How a handler tells how far it is, and learns whether to go on. */
public interface Progress {

    /** @throws TaskAbandonedException where the task was cancelled, its lease lost, or the connector is stopping */
    void goOn();

    /** Reports how far the task is, in quick succession only once; includes {@link #goOn()}. */
    void tell(long done, long total, String note, TaskProgress.Detail detail);

    /** The same, at once: what must not be forgotten, such as where to resume. */
    void tellNow(long done, long total, String note, TaskProgress.Detail detail);
}
