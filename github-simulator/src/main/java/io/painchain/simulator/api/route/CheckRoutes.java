package io.painchain.simulator.api.route;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.render.run.AnnotationJson;
import io.painchain.simulator.render.run.WorkflowJson;
import io.painchain.simulator.world.run.Job;
import io.painchain.simulator.world.run.RunAttempt;
import io.painchain.simulator.world.run.Workflow;
import io.painchain.simulator.world.run.WorkflowRun;

/** What jobs leave behind, logs and annotations, and the workflows that they are of. */
final class CheckRoutes {

    private CheckRoutes() {
    }

    /** A job and the run that it is of. */
    record JobOf(WorkflowRun run, Job job) {
    }

    static Answer annotations(RepositoryCall call) throws ApiException {
        JobOf found = job(call, "check");
        return call.page(AnnotationJson.of(call.links(), call.repository(), found.run(), found.job()))
                .answer(annotation -> annotation);
    }

    /** Leads to another place, where the log waits for a minute; there is none before the job ends. */
    static Answer logs(RepositoryCall call) throws ApiException {
        Job job = job(call, "job").job();
        if (job.completedAt() == null) {
            throw ApiException.notFound();
        }
        throw new ApiException(302, "Found").with("Location", Blobs.address(call, job.id()));
    }

    static Answer workflows(RepositoryCall call) {
        List<Workflow> workflows = List.copyOf(call.repository().runs().workflows());
        Page<Workflow> page = call.page(workflows);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("total_count", workflows.size());
        body.set("workflows",
                page.array(workflow -> WorkflowJson.workflow(call.links(), call.repository(), workflow)));
        return page.linked(Answer.of(body));
    }

    static Answer workflow(RepositoryCall call) throws ApiException {
        String wanted = call.parameter("workflow");
        Workflow workflow = call.repository().runs().workflows().stream()
                .filter(one -> Long.toString(one.id()).equals(wanted) || one.path().endsWith("/" + wanted)).findFirst()
                .orElseThrow(ApiException::notFound);
        return Answer.of(WorkflowJson.workflow(call.links(), call.repository(), workflow));
    }

    private static JobOf job(RepositoryCall call, String parameter) throws ApiException {
        JobOf found = find(call.repository().runs().newestFirst(), call.id(parameter));
        if (found == null) {
            throw ApiException.notFound();
        }
        return found;
    }

    static JobOf find(List<WorkflowRun> runs, long id) {
        for (WorkflowRun run : runs) {
            for (RunAttempt attempt : run.attempts()) {
                for (Job job : attempt.jobs()) {
                    if (job.id() == id) {
                        return new JobOf(run, job);
                    }
                }
            }
        }
        return null;
    }
}
