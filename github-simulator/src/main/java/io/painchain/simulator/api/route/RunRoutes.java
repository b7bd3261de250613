package io.painchain.simulator.api.route;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.render.run.JobJson;
import io.painchain.simulator.render.run.RunJson;
import io.painchain.simulator.world.run.RunAttempt;
import io.painchain.simulator.world.run.WorkflowRun;

/** Workflow runs, their attempts and jobs. */
final class RunRoutes {

    private RunRoutes() {
    }

    static Answer list(RepositoryCall call) {
        RunFilter filter = new RunFilter(call.query());
        List<WorkflowRun> runs = call.repository().runs().newestFirst().stream().filter(filter::accepts).toList();
        List<WorkflowRun> reachable = filter.filters() ? runs.subList(0, Math.min(runs.size(), RunFilter.REACHABLE))
                : runs;
        Page<WorkflowRun> page = call.page(reachable);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("total_count", runs.size());
        body.set("workflow_runs", page.array(run -> RunJson.run(call.links(), call.repository(), run, run.latest())));
        return page.linked(Answer.of(body));
    }

    static Answer one(RepositoryCall call) throws ApiException {
        WorkflowRun run = run(call);
        return Answer.of(RunJson.run(call.links(), call.repository(), run, run.latest()));
    }

    static Answer attempt(RepositoryCall call) throws ApiException {
        WorkflowRun run = run(call);
        return Answer.of(RunJson.run(call.links(), call.repository(), run, attempt(call, run)));
    }

    /** Jobs of the latest attempt; of all attempts with {@code filter=all}. */
    static Answer jobs(RepositoryCall call) throws ApiException {
        WorkflowRun run = run(call);
        boolean all = call.query().get("filter", "latest").equals("all");
        return jobs(call, run, all ? run.attempts() : List.of(run.latest()));
    }

    static Answer attemptJobs(RepositoryCall call) throws ApiException {
        WorkflowRun run = run(call);
        return jobs(call, run, List.of(attempt(call, run)));
    }

    static Answer job(RepositoryCall call) throws ApiException {
        long id = call.id("job");
        for (WorkflowRun run : call.repository().runs().newestFirst()) {
            for (ObjectNode job : jobNodes(call, run, run.attempts())) {
                if (job.get("id").longValue() == id) {
                    return Answer.of(job);
                }
            }
        }
        throw ApiException.notFound();
    }

    private static Answer jobs(RepositoryCall call, WorkflowRun run, List<RunAttempt> attempts) {
        List<ObjectNode> jobs = jobNodes(call, run, attempts);
        Page<ObjectNode> page = call.page(jobs);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("total_count", jobs.size());
        body.set("jobs", page.array(job -> job));
        return page.linked(Answer.of(body));
    }

    private static List<ObjectNode> jobNodes(RepositoryCall call, WorkflowRun run, List<RunAttempt> attempts) {
        return attempts.stream().flatMap(attempt -> attempt.jobs().stream()
                .map(job -> JobJson.job(call.links(), call.repository(), run, attempt, job))).toList();
    }

    private static WorkflowRun run(RepositoryCall call) throws ApiException {
        return call.repository().runs().find(call.id("run")).orElseThrow(ApiException::notFound);
    }

    private static RunAttempt attempt(RepositoryCall call, WorkflowRun run) throws ApiException {
        int number = call.number("attempt");
        if (number < 1 || number > run.attempts().size()) {
            throw ApiException.notFound();
        }
        return run.attempts().get(number - 1);
    }
}
