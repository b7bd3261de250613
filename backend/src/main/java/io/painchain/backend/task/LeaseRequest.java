package io.painchain.backend.task;

import java.time.Duration;
import java.util.ArrayList;

import io.painchain.backend.connector.WorkerNames;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.task.TaskKind;
import io.painchain.model.validation.FieldError;

/** Without a tenant those of all; without a worker every task, whosever share; without a kind all that are queued. */
public record LeaseRequest(String type, String tenantId, String worker, int max, Duration timeout, TaskKind kind) {

    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final int USUAL_WAIT_SECONDS = 20;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem naming every wrong parameter */
    public static LeaseRequest of(String type, String tenantId, String worker, String max, String wait) {
        var errors = new ArrayList<FieldError>();
        int most = PageQuery.number("max", max, 1, 500, 50, errors);
        int seconds = PageQuery.number("wait", wait, 0, LONGEST_WAIT_SECONDS, USUAL_WAIT_SECONDS, errors);
        if (worker != null && !WorkerNames.isSane(worker)) {
            errors.add(new FieldError("worker", WorkerNames.RULE));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return new LeaseRequest(type, tenantId, worker, most, Duration.ofSeconds(seconds), null);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem where no tasks of that kind can be asked for by themselves */
    public LeaseRequest ofKind(String name) {
        if (name == null) {
            return this;
        }
        if (!TaskKind.webhook.name().equals(name)) {
            throw ProblemType.invalid("kind", "must be webhook, or absent for all others");
        }
        return new LeaseRequest(type, tenantId, worker, max, timeout, TaskKind.webhook);
    }

    /** What is signalled when there may be such a task. */
    public String topic() {
        return kind == null ? TaskQueue.queueOf(type) : FormingQueue.queueOf(type, kind);
    }
}
