package io.painchain.backend.connector;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** The live workers of a type, and a version that rises whenever integrations may move between them. */
@Singleton
public class WorkerAssignment {

    private final WorkerRepository workers;
    private final Event<AssignmentChanged> changed;

    WorkerAssignment(WorkerRepository workers, Event<AssignmentChanged> changed) {
        this.workers = workers;
        this.changed = changed;
    }

    /** @return the version of the assignment */
    @Transactional
    public long heartbeat(String type, String worker) {
        workers.heartbeat(type, worker);
        renew(type);
        return workers.assignmentVersion(type);
    }

    @Transactional
    void leave(String type, String worker) {
        workers.leave(type, worker);
        renew(type);
    }

    /** For an integration whose credentials, which decide its worker, have changed. */
    public void raise(String type) {
        workers.raiseAssignment(type);
        changed.fire(new AssignmentChanged(type));
    }

    private void renew(String type) {
        if (workers.renewAssignment(type)) {
            changed.fire(new AssignmentChanged(type));
        }
    }
}
