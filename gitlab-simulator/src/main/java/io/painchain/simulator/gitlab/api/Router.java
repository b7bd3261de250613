package io.painchain.simulator.gitlab.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.api.auth.Tokens;
import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.route.ProjectRoutes;
import io.painchain.simulator.gitlab.api.route.Route;
import io.painchain.simulator.gitlab.api.route.Routes;
import io.painchain.simulator.gitlab.api.route.ServerRoutes;
import io.painchain.simulator.gitlab.world.World;

/** Finds what a path below {@code /api/v4} leads to. */
final class Router {

    private static final String PROJECTS = "/projects";
    private static final String USER = "/user";
    private static final String USERS = "/users";

    private final List<Route> routes;
    private final ProjectRoutes projects;
    private final ServerRoutes server;

    Router(World world) {
        routes = Routes.of(world);
        projects = new ProjectRoutes(world);
        server = new ServerRoutes(world);
    }

    /** A route and the segments that it leaves open, decoded. */
    record Match(Route route, List<String> open) {
    }

    Optional<Match> match(String path) {
        String[] segments = path.split("/");
        for (Route route : routes) {
            List<String> open = route.match(segments);
            if (open != null) {
                return Optional.of(new Match(route, open.stream().map(Router::decode).toList()));
            }
        }
        return Optional.empty();
    }

    /** What answers to who asks rather than about a project. */
    Answer personal(String path, TokenGrant grant, Call call) throws ApiException {
        if (path.equals(ServerRoutes.TOKEN)) {
            return ServerRoutes.token(grant);
        }
        Tokens.requireReading(grant);
        return switch (path) {
            case PROJECTS -> projects.list(grant, call);
            case USER -> server.user(grant, call);
            case USERS -> server.users(call);
            default -> throw ApiException.error(404, "404 Not Found");
        };
    }

    boolean isPersonal(String path) {
        return List.of(ServerRoutes.TOKEN, PROJECTS, USER, USERS).contains(path);
    }

    List<String> patterns() {
        List<String> patterns = new ArrayList<>(List.of(PROJECTS, USER, USERS, ServerRoutes.TOKEN, "/graphql"));
        routes.forEach(route -> patterns.add(route.pattern()));
        return patterns;
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
