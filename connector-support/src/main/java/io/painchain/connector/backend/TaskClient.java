package io.painchain.connector.backend;

import java.time.Duration;
import java.util.List;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.connector.backend.BackendException.Kind;
import io.painchain.connector.backend.api.TasksApi;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskResult;
import io.smallrye.mutiny.Uni;

public final class TaskClient {

    public enum Answer {
        HELD,
        /** The lease ran out or the task is gone: its result is dropped. */
        LOST,
        CANCELLED
    }

    private final BackendClient backend;
    private final BackendClient patient;
    private final String type;
    private final String worker;

    /** @param patient the same backend, with a deadline longer than the longest wait for tasks */
    public TaskClient(BackendClient backend, BackendClient patient, String type, String worker) {
        this.backend = backend;
        this.patient = patient;
        this.type = type;
        this.worker = worker;
    }

    /** @param kind of {@link TasksApi#lease} */
    public List<Task> lease(Duration wait, int max, TaskKind kind) {
        return BackendClient.entity(what("lease"), patient.ask(what("lease"),
                patient.resources().tasks().lease(type, wait.toSeconds(), max, worker, kind)));
    }

    public Answer progress(Task task, TaskProgress progress) {
        return tell(task.id() + "/progress", backend.resources().tasks().progress(type, task.id(), progress));
    }

    public Answer result(Task task, TaskResult result) {
        return tell(task.id() + "/result", backend.resources().tasks().result(type, task.id(), result));
    }

    public Answer release(Task task) {
        return tell(task.id() + "/release", backend.resources().tasks().release(type, task.id(),
                new TaskProgress(task.attempt(), null, null, null, null)));
    }

    private Answer tell(String what, Uni<RestResponse<Void>> request) {
        try {
            backend.ask(what(what), request);
            return Answer.HELD;
        } catch (BackendException e) {
            if (e.is(Kind.GONE)) {
                return Answer.CANCELLED;
            }
            if (e.is(Kind.CONFLICT) || e.is(Kind.NOT_FOUND)) {
                return Answer.LOST;
            }
            throw e;
        }
    }

    private String what(String action) {
        return "POST /connectors/" + type + "/tasks/" + action;
    }
}
