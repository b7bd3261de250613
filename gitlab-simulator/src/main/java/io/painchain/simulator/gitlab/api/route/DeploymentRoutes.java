package io.painchain.simulator.gitlab.api.route;

import java.util.List;

import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.Ordering;
import io.painchain.simulator.gitlab.api.call.Pages;
import io.painchain.simulator.gitlab.render.DeploymentJson;
import io.painchain.simulator.gitlab.render.MergeRequestJson;
import io.painchain.simulator.gitlab.world.deployment.Deployment;
import io.painchain.simulator.gitlab.world.project.Feature;

/** Deployments and what they shipped. */
final class DeploymentRoutes {

    private static final String LIST = "/projects/:id/deployments";
    private static final String ONE = LIST + "/:deployment";

    private DeploymentRoutes() {
    }

    static List<Route> all() {
        return List.of(of(LIST, DeploymentRoutes::list),
                of(ONE, call -> Answer.of(DeploymentJson.of(call.project(), deployment(call), call.rendering()))),
                of(ONE + "/merge_requests", DeploymentRoutes::shipped));
    }

    private static Route of(String template, Route.Handler handler) {
        return Route.of(template, Feature.ENVIRONMENTS, handler);
    }

    /** A limit by the time of change goes with the order by it, or is refused. */
    private static Answer list(Call call) throws ApiException {
        boolean limited = call.query().has("updated_after") || call.query().has("updated_before");
        if (limited && !"updated_at".equals(call.text("order_by"))) {
            throw ApiException.message(400, "`updated_at` filter and `updated_at` sorting must be paired");
        }
        List<Deployment> all = call.project().deployments().all().stream()
                .filter(one -> call.query().get("status", one.status()).equals(one.status()))
                .filter(one -> call.query().get("environment", one.made().environment())
                        .equals(one.made().environment()))
                .toList();
        return Pages.counted(call,
                Ordering.sort(call, Ordering.updated(call, all, Deployment::updatedAt), Deployment::createdAt,
                        Deployment::updatedAt, Deployment::id),
                one -> DeploymentJson.of(call.project(), one, call.rendering()));
    }

    private static Answer shipped(Call call) throws ApiException {
        return Pages.counted(call, deployment(call).shipped(), iid -> MergeRequestJson.of(call.project(),
                call.project().mergeRequests().get(iid), call.rendering()));
    }

    private static Deployment deployment(Call call) throws ApiException {
        long id = call.id(0);
        return call.project().deployments().all().stream().filter(one -> one.id() == id).findFirst()
                .orElseThrow(() -> ApiException.message(404, "Not found"));
    }
}
