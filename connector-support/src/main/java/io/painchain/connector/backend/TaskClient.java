package io.painchain.connector.backend;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;

import io.painchain.connector.backend.BackendException.Kind;
import io.painchain.connector.http.HttpAnswer;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskResult;

/** The backend's task queue as one worker of a connector type sees it. */
public final class TaskClient {

    private static final TypeReference<List<Task>> TASKS = new TypeReference<>() {
    };

    /** What the backend says of a task that this worker holds, or held. */
    public enum Answer {
        /** Still ours. */
        HELD,
        /** The lease ran out, or the task is gone: whatever comes of it is dropped. */
        LOST,
        CANCELLED
    }

    private final BackendClient backend;
    private final BackendClient patient;
    private final String type;
    private final String worker;

    /** @param patient the same backend, by a transport whose deadline is longer than the longest wait for tasks */
    public TaskClient(BackendClient backend, BackendClient patient, String type, String worker) {
        this.backend = backend;
        this.patient = patient;
        this.type = type;
        this.worker = worker;
    }

    /** Tasks for this worker; waits for some where there are none. */
    public List<Task> lease(Duration wait, int max) {
        URI url = patient.url("/connectors/" + type + "/tasks/lease?wait=" + wait.toSeconds() + "&max=" + max + "&worker="
                + BackendClient.encode(worker));
        return BackendClient.read(patient.send("POST", url, null), TASKS);
    }

    /** Tells how far a task is, which renews its lease. */
    public Answer progress(Task task, TaskProgress progress) {
        return tell(task, "progress", progress);
    }

    public Answer result(Task task, TaskResult result) {
        return tell(task, "result", result);
    }

    /** Gives a task up for another to take. */
    public Answer release(Task task) {
        return tell(task, "release", new TaskProgress(task.attempt(), null, null, null, null));
    }

    private Answer tell(Task task, String what, Object body) {
        try {
            HttpAnswer answer = backend.send("POST",
                    backend.url("/connectors/" + type + "/tasks/" + BackendClient.encode(task.id()) + "/" + what),
                    ContractJson.bytes(body));
            return answer.status() < 300 ? Answer.HELD : Answer.LOST;
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
}
