package io.painchain.simulator.api.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.render.delivery.DeploymentJson;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.deployment.DeploymentStatus;

/** Deployments and their states, both newest first. */
final class DeploymentRoutes {

    private DeploymentRoutes() {
    }

    static Answer list(RepositoryCall call) {
        List<Deployment> deployments = call.repository().deployments().newestFirst().stream()
                .filter(deployment -> accepts(call.query(), deployment)).toList();
        return call.page(deployments)
                .answer(deployment -> DeploymentJson.deployment(call.links(), call.repository(), deployment));
    }

    static Answer one(RepositoryCall call) throws ApiException {
        return Answer.of(DeploymentJson.deployment(call.links(), call.repository(), deployment(call)));
    }

    static Answer statuses(RepositoryCall call) throws ApiException {
        Deployment deployment = deployment(call);
        List<DeploymentStatus> statuses = new ArrayList<>(deployment.statuses());
        Collections.reverse(statuses);
        return call.page(statuses)
                .answer(status -> DeploymentJson.status(call.links(), call.repository(), deployment, status));
    }

    private static boolean accepts(Query query, Deployment deployment) {
        return query.get("sha", deployment.sha()).equals(deployment.sha())
                && query.get("ref", deployment.ref()).equals(deployment.ref())
                && query.get("environment", deployment.environment()).equals(deployment.environment());
    }

    private static Deployment deployment(RepositoryCall call) throws ApiException {
        return call.repository().deployments().find(call.id("deployment")).orElseThrow(ApiException::notFound);
    }
}
