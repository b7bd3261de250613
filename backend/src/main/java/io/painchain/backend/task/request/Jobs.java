package io.painchain.backend.task.request;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Singleton;

import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.NewTask;
import io.painchain.backend.task.TaskKey;
import io.painchain.backend.task.TaskQueue;
import io.painchain.backend.task.list.TaskListRepository;
import io.painchain.backend.task.list.TaskRow;
import io.painchain.model.task.BackfillInput;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;

/** Long-running work, of each kind one at a time per integration. */
@Singleton
class Jobs {

    private final TaskQueue queue;
    private final TaskListRepository tasks;
    private final Clock clock;

    Jobs(TaskQueue queue, TaskListRepository tasks, Clock clock) {
        this.queue = queue;
        this.tasks = tasks;
        this.clock = clock;
    }

    SyncJob sync(IntegrationReference integration) {
        requireEnabled(integration);
        queue.add(NewTask.job(integration.type(), TaskKind.sync, integration.tenantId(), integration.id(), Map.of(), Map.of()));
        return JobMapper.toSync(newest(integration, TaskKind.sync));
    }

    BackfillJob backfill(IntegrationReference integration, BackfillRequest request) {
        check(request);
        requireEnabled(integration);
        var kinds = request.kinds() == null || request.kinds().isEmpty() ? null : request.kinds();
        var input = new BackfillInput(request.from(), request.to(), kinds, null);
        var added = queue.add(NewTask.job(integration.type(), TaskKind.backfill, integration.tenantId(), integration.id(),
                input, about(request)));
        var job = JobMapper.toBackfill(newest(integration, TaskKind.backfill));
        if (added.isEmpty() && !isSame(job, request)) {
            throw ProblemType.CONFLICT.problem("A backfill from %s goes on; wait for it, or DELETE it first."
                    .formatted(job.from()));
        }
        return job;
    }

    TaskRow newest(IntegrationReference integration, TaskKind kind) {
        return tasks.newest(integration.tenantId(), integration.id(), kind).orElse(null);
    }

    void cancel(IntegrationReference integration, TaskKind kind) {
        tasks.newest(integration.tenantId(), integration.id(), kind)
                .ifPresent(
                        task -> queue.end(new TaskKey(integration.tenantId(), task.id()), TaskState.cancelled, "Cancelled."));
    }

    private void check(BackfillRequest request) {
        var end = request.to() == null ? clock.instant() : request.to();
        if (!request.from().isBefore(end)) {
            throw ProblemType.invalid("/from", "must be before " + (request.to() == null ? "now" : "to"));
        }
    }

    private static void requireEnabled(IntegrationReference integration) {
        if (!integration.enabled()) {
            throw ProblemType.CONFLICT.problem("The integration is disabled, so no connector reads it; enable it first.");
        }
    }

    private static boolean isSame(BackfillJob job, BackfillRequest request) {
        return request.from().equals(job.from()) && Objects.equals(request.to(), job.to())
                && job.kinds().equals(request.kinds() == null ? List.of() : request.kinds());
    }

    private static Map<String, Object> about(BackfillRequest request) {
        var about = new LinkedHashMap<String, Object>();
        about.put("from", text(request.from()));
        about.put("to", text(request.to()));
        about.put("kinds", request.kinds() == null ? List.of() : request.kinds());
        return about;
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
