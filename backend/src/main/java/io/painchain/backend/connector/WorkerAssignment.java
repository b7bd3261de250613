package io.painchain.backend.connector;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Who works for a type, and the version of how its integrations are shared out among them. */
@Singleton
public class WorkerAssignment {

    private final WorkerRepository workers;
    private final Event<AssignmentChanged> changed;

    WorkerAssignment(WorkerRepository workers, Event<AssignmentChanged> changed) {
        this.workers = workers;
        this.changed = changed;
    }

    /**
     * A worker's sign of life.
     *
     * @return the version of the assignment
     */
    @Transactional
    public long heartbeat(String type, String worker) {
        workers.heartbeat(type, worker);
        renew(type);
        return workers.assignmentVersion(type);
    }

    /** A worker says that it ends. */
    @Transactional
    void leave(String type, String worker) {
        workers.leave(type, worker);
        renew(type);
    }

    /** An integration's credentials, which say who works for it, are others now. */
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
