package io.painchain.connector.rig;

import io.painchain.connector.task.Progress;
import io.painchain.model.task.TaskProgress;

/** For handlers that are done before anybody asks how far they are. */
public final class Unheard implements Progress {

    @Override
    public void goOn() {
        // nobody calls it off
    }

    @Override
    public void tell(long done, long total, String note, TaskProgress.Detail detail) {
        // nobody listens
    }

    @Override
    public void tellNow(long done, long total, String note, TaskProgress.Detail detail) {
        // nobody listens
    }
}
