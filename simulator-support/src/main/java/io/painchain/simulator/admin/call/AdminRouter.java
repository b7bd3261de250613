package io.painchain.simulator.admin.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.http.HttpHandler;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/** Finds the route of a scripting call below {@code /_sim}, and words what went wrong. */
public final class AdminRouter implements HttpHandler {

    public static final String PREFIX = "/_sim";

    private final List<AdminRoute> routes;

    public AdminRouter(List<AdminRoute> routes) {
        this.routes = List.copyOf(routes);
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
