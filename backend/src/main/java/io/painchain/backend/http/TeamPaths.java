package io.painchain.backend.http;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import io.painchain.backend.problem.ProblemResponse;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Paths that name their tenant, {@code /a/{team}/…}: browsers come back to them from a provider, and send no header. The
 * tenant is taken as if the header had named it; {@code ~} stands for none, as an absent header does.
 */
class TeamPaths {

    private static final Pattern TEAM = Pattern.compile("/a/([^/]+)/.*");
    private static final String HEADER = "x-tenant-id";
    private static final String NONE = "~";

    void register(@Observes Filters filters) {
        filters.register(TeamPaths::name, HttpOrder.TEAM);
    }

    private static void name(RoutingContext context) {
        var path = TEAM.matcher(context.normalizedPath());
        if (!path.matches() || path.group(1).equals(NONE)) {
            context.next();
            return;
        }
        var headers = context.request().headers();
        if (headers.contains(HEADER) && !headers.getAll(HEADER).stream().allMatch(path.group(1)::equals)) {
            ProblemResponse.invalid(context, HEADER, "must be the tenant that the path names, or be left out");
            return;
        }
        headers.set(HEADER, path.group(1));
        context.next();
    }
}
