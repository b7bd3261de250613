package io.painchain.simulator.gitlab.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;

/** Pipelines; lists lack the user, the start and the end. */
public final class PipelineJson {

    private PipelineJson() {
    }

    public static ObjectNode of(Project project, Pipeline pipeline, Rendering rendering) {
        return Json.object().put("id", pipeline.id()).put("iid", pipeline.iid()).put("project_id", project.id())
                .put("sha", pipeline.sha()).put("ref", pipeline.made().ref()).put("status", pipeline.status())
                .put("source", pipeline.made().source()).put("created_at", Times.of(pipeline.createdAt()))
                .put("updated_at", Times.of(pipeline.updatedAt()))
                .put("web_url", rendering.page(project, "pipelines/" + pipeline.id())).put("name", pipeline.made().name());
    }

    public static ObjectNode single(Project project, Pipeline pipeline, Rendering rendering) {
        ObjectNode node = of(project, pipeline, rendering).put("before_sha", "0".repeat(40))
                .put("tag", pipeline.made().tag()).putNull("yaml_errors");
        node.set("user", UserJson.of(pipeline.user(), rendering));
        Double duration = Json.seconds(pipeline.startedAt(), pipeline.finishedAt());
        node.put("started_at", Times.of(pipeline.startedAt())).put("finished_at", Times.of(pipeline.finishedAt()))
                .putNull("committed_at").put("duration", duration == null ? null : duration.intValue())
                .put("queued_duration", queued(pipeline)).putNull("coverage");
        node.putObject("detailed_status").put("icon", "status_" + pipeline.status()).put("text", pipeline.status())
                .put("label", pipeline.status()).put("group", pipeline.status()).put("tooltip", pipeline.status())
                .put("has_details", true).put("details_path", "/" + project.path() + "/-/pipelines/" + pipeline.id())
                .putNull("illustration").put("favicon", rendering.web() + "/favicon_status_" + pipeline.status() + ".png");
        return node;
    }

    private static Integer queued(Pipeline pipeline) {
        Double seconds = Json.seconds(pipeline.createdAt(), pipeline.startedAt());
        return seconds == null ? null : seconds.intValue();
    }
}
