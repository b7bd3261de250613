package io.painchain.simulator.gitlab.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.pipeline.Job;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;

/** Jobs and bridges. */
public final class JobJson {

    private JobJson() {
    }

    public static ObjectNode of(Project project, Pipeline pipeline, Job job, Rendering rendering) {
        ObjectNode node = Json.object().put("id", job.id()).put("status", job.status()).put("stage", job.made().stage())
                .put("name", job.made().name()).put("ref", pipeline.made().ref()).put("tag", pipeline.made().tag())
                .putNull("coverage").put("allow_failure", job.made().allowFailure())
                .put("created_at", Times.of(job.createdAt())).put("started_at", Times.of(job.startedAt()))
                .put("finished_at", Times.of(job.finishedAt())).putNull("erased_at")
                .put("duration", Json.seconds(job.startedAt(), job.finishedAt()))
                .put("queued_duration", Json.seconds(job.createdAt(), job.startedAt()));
        node.set("user", UserJson.of(job.user(), rendering));
        node.set("commit", project.repository().find(pipeline.sha()) == null ? null
                : CommitJson.of(project, project.repository().get(pipeline.sha()), false, rendering));
        node.set("pipeline", PipelineJson.of(project, pipeline, rendering));
        if (job.failureReason() != null) {
            node.put("failure_reason", job.failureReason());
        }
        node.put("web_url", rendering.page(project, "jobs/" + job.id())).putObject("project")
                .put("ci_job_token_scope_enabled", false);
        return job.made().bridge() ? bridge(node, project, job, rendering) : runner(node, job);
    }

    private static ObjectNode bridge(ObjectNode node, Project project, Job job, Rendering rendering) {
        node.set("downstream_pipeline",
                job.downstream() == null ? null : PipelineJson.of(project, job.downstream(), rendering));
        return node;
    }

    private static ObjectNode runner(ObjectNode node, Job job) {
        node.putArray("artifacts");
        node.putNull("artifacts_expire_at").putArray("tag_list");
        if (job.startedAt() == null) {
            return node.putNull("runner");
        }
        node.putObject("runner").put("id", 12_270_807).put("description", "shared-runner.example.com")
                .put("active", true).put("is_shared", true).put("runner_type", "instance_type").put("status", "online");
        return node;
    }
}
