package io.painchain.simulator.admin;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.access.AppAdmin;
import io.painchain.simulator.admin.access.TokenAdmin;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.AdminRouter;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.admin.server.ServerAdmin;
import io.painchain.simulator.admin.traffic.FaultAdmin;
import io.painchain.simulator.admin.traffic.RequestAdmin;
import io.painchain.simulator.admin.world.DayAdmin;
import io.painchain.simulator.admin.world.GitAdmin;
import io.painchain.simulator.admin.world.IssueAdmin;
import io.painchain.simulator.admin.world.PullAdmin;
import io.painchain.simulator.admin.world.ReleaseAdmin;
import io.painchain.simulator.admin.world.RunAdmin;
import io.painchain.simulator.admin.world.TruthAdmin;
import io.painchain.simulator.admin.world.WorldAdmin;
import io.painchain.simulator.api.GitHubApi;
import io.painchain.simulator.api.auth.Apps;
import io.painchain.simulator.api.auth.Tokens;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.http.HttpHandler;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.limit.RateLimits;
import io.painchain.simulator.record.RequestLog;
import io.painchain.simulator.world.World;

/** Routes below {@code /_sim}. */
public final class AdminApi implements HttpHandler {

    private final AdminRouter router;

    public AdminApi(World world, Tokens tokens, Apps apps, RateLimits limits, Faults faults, RequestLog requests,
            GitHubApi api) {
        List<AdminRoute> routes = new ArrayList<>();
        routes.addAll(new WorldAdmin(world, api).routes());
        routes.addAll(new GitAdmin(world).routes());
        routes.addAll(new IssueAdmin(world).routes());
        routes.addAll(new PullAdmin(world).routes());
        routes.addAll(new RunAdmin(world).routes());
        routes.addAll(new ReleaseAdmin(world).routes());
        routes.addAll(new FaultAdmin(faults).routes());
        routes.addAll(new TokenAdmin(tokens, limits, world.clock()).routes());
        routes.addAll(new AppAdmin(apps).routes());
        routes.addAll(new DayAdmin(world).routes());
        routes.addAll(new TruthAdmin(world, faults).routes());
        routes.addAll(new RequestAdmin(requests, () -> used(limits), limits::forgetUsage).routes());
        routes.addAll(new ServerAdmin(api).routes());
        router = new AdminRouter(routes);
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        return router.handle(request);
    }

    private static ObjectNode used(RateLimits limits) {
        RateLimits.Usage usage = limits.usage();
        return Body.object().put("mostConcurrent", usage.mostConcurrent())
                .put("mostPointsPerMinute", usage.mostPointsPerMinute()).put("primaryRefusals", usage.primaryRefusals())
                .put("secondaryViolations", usage.secondaryViolations());
    }
}
