package io.painchain.simulator.gitlab.admin;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.AdminRouter;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.admin.traffic.FaultAdmin;
import io.painchain.simulator.admin.traffic.RequestAdmin;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.gitlab.api.GitLabApi;
import io.painchain.simulator.gitlab.api.auth.Tokens;
import io.painchain.simulator.gitlab.limit.RateLimits;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.record.RequestLog;

/** All scripting calls. */
public final class AdminApi {

    private AdminApi() {
    }

    public static AdminRouter of(World world, Tokens tokens, RateLimits limits, GitLabApi api, Faults faults,
            RequestLog requests) {
        List<AdminRoute> routes = new ArrayList<>(new ProjectAdmin(world).routes());
        routes.addAll(new GitAdmin(world).routes());
        routes.addAll(new MergeRequestAdmin(world).routes());
        routes.addAll(new PipelineAdmin(world).routes());
        routes.addAll(new DeploymentAdmin(world).routes());
        routes.addAll(new IssueAdmin(world).routes());
        routes.addAll(new AccessAdmin(tokens, limits, api).routes());
        routes.addAll(new TruthAdmin(world).routes());
        routes.addAll(new FaultAdmin(faults).routes());
        routes.addAll(new RequestAdmin(requests, () -> used(limits), limits::forgetUsage).routes());
        return new AdminRouter(routes);
    }

    private static ObjectNode used(RateLimits limits) {
        RateLimits.Usage usage = limits.usage();
        return Body.object().put("requests", usage.requests()).put("mostPerMinute", usage.mostPerMinute())
                .put("refusals", usage.refusals()).put("endpointRefusals", usage.endpointRefusals());
    }
}
