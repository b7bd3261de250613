package io.painchain.connector.task;

import io.painchain.model.task.TaskProgress;

public interface Progress {

    /** @throws TaskAbandonedException on cancellation, a lost lease or a stopping connector */
    void goOn();

    /** Throttled; includes {@link #goOn()}. */
    void tell(long done, long total, String note, TaskProgress.Detail detail);

    /** Not throttled, for what must not be lost, such as where to resume. */
    void tellNow(long done, long total, String note, TaskProgress.Detail detail);
}
