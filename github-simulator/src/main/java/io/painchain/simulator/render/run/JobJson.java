package io.painchain.simulator.render.run;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.Job;
import io.painchain.simulator.world.run.RunAttempt;
import io.painchain.simulator.world.run.Step;
import io.painchain.simulator.world.run.WorkflowRun;

/** Jobs of workflow runs. */
public final class JobJson {

    private JobJson() {
    }

    /** The job within its run. */
    public static ObjectNode job(Links links, Repository repository, WorkflowRun run, RunAttempt attempt, Job job) {
        String url = links.api(repository);
        boolean picked = job.startedAt() != null;
        ObjectNode node = object().put("id", job.id()).put("run_id", run.id())
                .put("workflow_name", run.workflow().name()).put("head_branch", run.headBranch())
                .put("run_url", url + "/actions/runs/" + run.id()).put("run_attempt", attempt.number())
                .put("node_id", NodeIds.of("CR", job.id())).put("head_sha", run.headCommit().sha())
                .put("url", url + "/actions/jobs/" + job.id())
                .put("html_url", links.html(repository) + "/actions/runs/" + run.id() + "/job/" + job.id())
                .put("status", job.status()).put("conclusion", job.conclusion())
                .put("created_at", Times.of(job.createdAt()))
                .put("started_at", Times.of(picked ? job.startedAt() : job.createdAt()))
                .put("completed_at", Times.of(job.completedAt())).put("name", job.name());
        node.putArray("steps");
        job.steps().forEach(step -> node.withArray("steps").add(step(step)));
        node.put("check_run_url", url + "/check-runs/" + job.id());
        node.putArray("labels").add("ubuntu-latest");
        node.put("runner_id", picked ? (Integer) 1007 : null)
                .put("runner_name", picked ? "GitHub Actions 1007" : null)
                .put("runner_group_id", picked ? (Integer) 0 : null)
                .put("runner_group_name", picked ? "GitHub Actions" : null);
        return node;
    }

    private static ObjectNode step(Step step) {
        return object().put("name", step.name()).put("status", step.status()).put("conclusion", step.conclusion())
                .put("number", step.number()).put("started_at", Times.of(step.startedAt()))
                .put("completed_at", Times.of(step.completedAt()));
    }
}
