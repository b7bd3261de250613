package io.painchain.connector.rig;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.model.integration.IntegrationView;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskResult;
import io.painchain.model.task.TaskState;

/** The task queue as the contract describes it: leases with attempts, progress that renews, results of old leases dropped. */
public final class TestTasks {

    /** A task and what was told of it. */
    public static final class Entry {
        private final TaskKind kind;
        private final String integrationId;
        private final Map<String, Object> input;
        private TaskState state = TaskState.queued;
        private int attempt;
        private final List<TaskProgress> progress = new ArrayList<>();
        private TaskResult result;

        private Entry(TaskKind kind, String integrationId, Map<String, Object> input) {
            this.kind = kind;
            this.integrationId = integrationId;
            this.input = new LinkedHashMap<>(input);
        }
    }

    private static final int LARGEST_RESULT = 100_000;

    private final String connectorType;
    private final Map<String, Entry> tasks = new LinkedHashMap<>();

    TestTasks(String connectorType) {
        this.connectorType = connectorType;
    }

    // --- what tests arrange ---

    public synchronized String ask(TaskKind kind, String integrationId, Map<String, Object> input) {
        String id = "task-" + (tasks.size() + 1);
        tasks.put(id, new Entry(kind, integrationId, input));
        notifyAll();
        return id;
    }

    public synchronized void cancel(String id) {
        tasks.get(id).state = TaskState.cancelled;
    }

    /** As after 60 silent seconds: the next who asks gets it, with what was told of where to resume. */
    public synchronized void loseLease(String id) {
        Entry entry = tasks.get(id);
        entry.state = TaskState.queued;
        entry.progress.stream().filter(word -> word.detail() != null && word.detail().resume() != null)
                .reduce((before, last) -> last).ifPresent(word -> entry.input.put("resume", word.detail().resume()));
    }

    // --- what tests look at ---

    public synchronized TaskState state(String id) {
        return tasks.get(id).state;
    }

    /** {@code null} as long as there is none. */
    public synchronized TaskResult result(String id) {
        return tasks.get(id).result;
    }

    public synchronized List<TaskProgress> progress(String id) {
        return List.copyOf(tasks.get(id).progress);
    }

    public synchronized int attempts(String id) {
        return tasks.get(id).attempt;
    }

    // --- the contract ---

    /** @param known the integrations that tasks may be for */
    Reply answer(URI uri, byte[] body, Map<String, IntegrationView> known) throws IOException {
        String[] path = uri.getPath().substring(("/api/connectors/" + connectorType + "/tasks/").length()).split("/");
        if (path[0].equals("lease")) {
            Map<String, String> query = new LinkedHashMap<>();
            for (String pair : uri.getQuery().split("&")) {
                query.put(pair.replaceFirst("=.*", ""), pair.replaceFirst(".*?=", ""));
            }
            return Reply.ok(lease(Long.parseLong(query.get("wait")) * 1_000, Integer.parseInt(query.get("max")), known));
        }
        int status = switch (path[1]) {
            case "release" -> release(path[0], Wire.JSON.readValue(body, TaskProgress.class).attempt());
            case "progress" -> progress(path[0], Wire.read(body, TaskProgress.class));
            default -> body.length > LARGEST_RESULT ? 413 : result(path[0], Wire.read(body, TaskResult.class));
        };
        return switch (status) {
            case 204 -> Reply.empty();
            case 404 -> Reply.problem(404, "not-found");
            case 413 -> Reply.problem(413, "too-large");
            default -> Reply.problem(status, "conflict");
        };
    }

    private synchronized List<Task> lease(long waitMillis, int max, Map<String, IntegrationView> integrations) {
        long end = System.nanoTime() + waitMillis * 1_000_000;
        while (tasks.values().stream().noneMatch(entry -> entry.state == TaskState.queued)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return List.of();
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
        List<Task> leased = new ArrayList<>();
        tasks.forEach((id, entry) -> {
            if (entry.state == TaskState.queued && leased.size() < max) {
                entry.state = TaskState.leased;
                entry.attempt++;
                leased.add(new Task(id, connectorType, entry.kind, null, entry.integrationId, entry.input, entry.attempt,
                        Instant.EPOCH, entry.integrationId == null ? null : integrations.get(entry.integrationId)));
            }
        });
        return leased;
    }

    private synchronized int progress(String id, TaskProgress word) {
        Entry entry = tasks.get(id);
        int status = status(entry, word.attempt());
        if (status == 204) {
            entry.progress.add(word);
        }
        return status;
    }

    private synchronized int result(String id, TaskResult result) {
        Entry entry = tasks.get(id);
        int status = status(entry, result.attempt());
        if (status == 204) {
            entry.result = result;
            entry.state = result.ok() ? TaskState.done : TaskState.failed;
        }
        return status == 410 ? 409 : status;
    }

    private synchronized int release(String id, Integer attempt) {
        Entry entry = tasks.get(id);
        int status = status(entry, attempt);
        if (status == 204) {
            loseLease(id);
        }
        return status;
    }

    private static int status(Entry entry, Integer attempt) {
        if (entry == null) {
            return 404;
        }
        if (entry.state == TaskState.cancelled) {
            return 410;
        }
        return entry.state == TaskState.leased && (attempt == null || attempt == entry.attempt) ? 204 : 409;
    }
}
