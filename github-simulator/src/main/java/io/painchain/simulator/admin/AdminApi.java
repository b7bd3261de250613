package io.painchain.simulator.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.access.AppAdmin;
import io.painchain.simulator.admin.access.TokenAdmin;
import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.admin.fault.FaultAdmin;
import io.painchain.simulator.admin.fault.RequestAdmin;
import io.painchain.simulator.admin.fault.ServerAdmin;
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
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/** Routes below {@code /_sim}. */
public final class AdminApi implements HttpHandler {

    public static final String PREFIX = "/_sim";

    private final List<AdminRoute> routes = new ArrayList<>();

    public AdminApi(World world, Tokens tokens, Apps apps, RateLimits limits, Faults faults, RequestLog requests,
            GitHubApi api) {
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
        routes.addAll(new RequestAdmin(requests, limits).routes());
        routes.addAll(new ServerAdmin(api).routes());
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        try {
            JsonNode result = run(request);
            return HttpResponse.json(request.method().equals("POST") ? 201 : 200, result.toString());
        } catch (AdminException e) {
            return error(e.status(), e.getMessage());
        } catch (UnknownThingException e) {
            return error(404, e.getMessage());
        } catch (ImpossibleChangeException e) {
            return error(409, e.getMessage());
        }
    }

    private JsonNode run(HttpRequest request) throws AdminException {
        String[] path = request.path().substring(PREFIX.length()).replaceFirst("^/", "").split("/");
        for (int i = 0; i < path.length; i++) {
            path[i] = URLDecoder.decode(path[i].replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        for (AdminRoute route : routes) {
            List<String> parameters = route.match(request.method(), path);
            if (parameters != null) {
                return route.action().run(new AdminCall(parameters, request.query(), Body.parse(request.text())));
            }
        }
        throw new AdminException(404, "There is no route " + request.method() + " " + request.path());
    }

    private static HttpResponse error(int status, String message) {
        return HttpResponse.json(status, Body.object().put("message", message).toString());
    }
}
