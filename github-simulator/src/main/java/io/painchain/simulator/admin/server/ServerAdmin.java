package io.painchain.simulator.admin.server;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.api.GitHubApi;

/** What the server serves, and what it lacks. */
public final class ServerAdmin {

    private final GitHubApi api;

    public ServerAdmin(GitHubApi api) {
        this.api = api;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("GET", "routes", this::list), AdminRoute.of("POST", "graphql", this::graphQl));
    }

    private JsonNode list(AdminCall call) {
        ObjectNode result = Body.object();
        ArrayNode routes = result.putArray("routes");
        api.routes().forEach(route -> routes.addObject().put("method", route.method()).put("template", route.template())
                .put("pattern", route.pattern()));
        return result;
    }

    /** {@code {"without": ["PullRequestReview.fullDatabaseId"]}}; an empty list gives all fields back. */
    private JsonNode graphQl(AdminCall call) throws AdminException {
        try {
            api.graphQlWithout(Set.copyOf(call.body().texts("without")));
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, e.getMessage());
        }
        return call.body().json();
    }
}
