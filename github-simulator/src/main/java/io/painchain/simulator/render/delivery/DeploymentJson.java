package io.painchain.simulator.render.delivery;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.deployment.DeploymentStatus;
import io.painchain.simulator.world.repository.Repository;

/** Deployments and their states. */
public final class DeploymentJson {

    private DeploymentJson() {
    }

    public static ObjectNode deployment(Links links, Repository repository, Deployment deployment) {
        String url = links.api(repository);
        String self = url + "/deployments/" + deployment.id();
        ObjectNode node = object().put("url", self).put("id", deployment.id())
                .put("node_id", NodeIds.of("DE", repository.id(), deployment.id())).put("sha", deployment.sha())
                .put("ref", deployment.ref()).put("task", "deploy");
        node.set("payload", object());
        node.put("original_environment", deployment.environment()).put("environment", deployment.environment())
                .put("description", deployment.description());
        node.set("creator", links.account(deployment.creator()));
        return node.put("created_at", Times.of(deployment.createdAt()))
                .put("updated_at", Times.of(deployment.updatedAt())).put("statuses_url", self + "/statuses")
                .put("repository_url", url).put("transient_environment", false)
                .put("production_environment", deployment.environment().equals("production"))
                .putNull("performed_via_github_app");
    }

    public static ObjectNode status(Links links, Repository repository, Deployment deployment,
            DeploymentStatus status) {
        String self = links.api(repository) + "/deployments/" + deployment.id();
        ObjectNode node = object().put("url", self + "/statuses/" + status.id()).put("id", status.id())
                .put("node_id", NodeIds.of("DES", repository.id(), status.id())).put("state", status.state());
        node.set("creator", links.account(status.creator()));
        return node.put("description", status.description() == null ? "" : status.description())
                .put("environment", deployment.environment()).put("target_url", log(links, repository, status))
                .put("created_at", Times.of(status.createdAt())).put("updated_at", Times.of(status.createdAt()))
                .put("deployment_url", self).put("repository_url", links.api(repository)).put("environment_url", "")
                .put("log_url", log(links, repository, status)).putNull("performed_via_github_app");
    }

    public static String log(Links links, Repository repository, DeploymentStatus status) {
        return status.run() == 0 ? "" : links.html(repository) + "/actions/runs/" + status.run();
    }
}
