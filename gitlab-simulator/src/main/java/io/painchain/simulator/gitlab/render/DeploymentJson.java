package io.painchain.simulator.gitlab.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.deployment.Deployment;
import io.painchain.simulator.gitlab.world.pipeline.Job;
import io.painchain.simulator.gitlab.world.project.Project;

/** A deployment. */
public final class DeploymentJson {

    private DeploymentJson() {
    }

    public static ObjectNode of(Project project, Deployment deployment, Rendering rendering) {
        ObjectNode node = Json.object().put("id", deployment.id()).put("iid", deployment.iid())
                .put("ref", deployment.made().ref()).put("sha", deployment.sha())
                .put("created_at", Times.of(deployment.createdAt())).put("updated_at", Times.of(deployment.updatedAt()));
        node.set("user", UserJson.of(deployment.user(), rendering));
        node.putObject("environment").put("id", deployment.environmentId()).put("name", deployment.made().environment())
                .put("slug", deployment.made().environment().replace('/', '-'))
                .put("external_url", "https://" + deployment.made().environment() + ".example.com")
                .put("tier", deployment.made().environment().startsWith("prod") ? "production" : "other");
        Job job = deployment.made().job();
        node.set("deployable", job == null ? null
                : JobJson.of(project, project.pipelines().ofJob(job.id()), job, rendering).put("tag",
                        deployment.made().tag()));
        return node.put("status", deployment.status());
    }
}
