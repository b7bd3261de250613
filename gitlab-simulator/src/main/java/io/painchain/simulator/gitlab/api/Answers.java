package io.painchain.simulator.gitlab.api;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.api.auth.Tokens;
import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.ServerTraits;
import io.painchain.simulator.gitlab.api.route.Route;
import io.painchain.simulator.gitlab.graphql.QueryExecutor;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.http.EntityTags;
import io.painchain.simulator.http.HttpResponse;

/** Makes the regular answer, always whole; only then it looks whether the client has it already. */
final class Answers {

    private static final int TAG_LENGTH = 32;

    private final World world;
    private final Router router;
    private final ProjectAccess access;
    private final QueryExecutor queries;

    Answers(World world, Router router, ProjectAccess access) {
        this.world = world;
        this.router = router;
        this.access = access;
        this.queries = new QueryExecutor(world);
    }

    HttpResponse conditional(Asking asking, TokenGrant grant, ServerTraits traits) {
        HttpResponse response = whole(asking, grant, traits);
        String digest = EntityTags.digest("", response.body()).substring(0, TAG_LENGTH);
        if (response.status() != 200 || asking.graphQl()) {
            return response;
        }
        if (EntityTags.matches(asking.request().headers().get("If-None-Match"), digest)) {
            HttpResponse unchanged = HttpResponse.empty(304);
            unchanged.headers().setAll(response.headers().asMap()).remove("Content-Type");
            return unchanged.with("ETag", "W/\"" + digest + "\"");
        }
        return response.with("ETag", "W/\"" + digest + "\"");
    }

    HttpResponse whole(Asking asking, TokenGrant grant, ServerTraits traits) {
        return world.alone(() -> {
            try {
                return asking.graphQl() ? query(asking, grant, traits) : rest(asking, grant, traits);
            } catch (ApiException refused) {
                return refused.response();
            }
        });
    }

    private HttpResponse query(Asking asking, TokenGrant grant, ServerTraits traits) throws ApiException {
        if (!traits.graphQl()) {
            throw ApiException.error(404, "404 Not Found");
        }
        Tokens.requireReading(grant);
        ObjectNode result = queries.run(asking.request().text(),
                new QueryExecutor.Asker(grant.username(), project -> grant.sees(project.path()), asking.rendering(traits),
                        traits.version(), traits.enterpriseEdition(), traits.mostComplexity()));
        return HttpResponse.json(200, result.toString());
    }

    private HttpResponse rest(Asking asking, TokenGrant grant, ServerTraits traits) throws ApiException {
        if (!List.of("GET", "HEAD").contains(asking.request().method())) {
            throw ApiException.error(405, "405 Not Allowed");
        }
        if (router.isPersonal(asking.path())) {
            return response(router.personal(asking.path(), grant, call(asking, List.of(), null, grant, traits)));
        }
        Tokens.requireReading(grant);
        Router.Match match = asking.match().orElseThrow(() -> ApiException.error(404, "404 Not Found"));
        Route route = match.route();
        if (!route.ofProject()) {
            return response(route.handler().answer(call(asking, match.open(), null, grant, traits)));
        }
        String segment = match.open().get(0);
        Project project = access.admitted(segment, route, grant);
        if (traits.redirects() && access.named(segment).isEmpty()) {
            throw moved(asking, project);
        }
        List<String> rest = match.open().subList(1, match.open().size());
        return response(route.handler().answer(call(asking, rest, project, grant, traits)));
    }

    private static Call call(Asking asking, List<String> open, Project project, TokenGrant grant, ServerTraits traits) {
        return new Call(asking.request(), open, project, grant.level(), asking.rendering(traits), traits);
    }

    private static ApiException moved(Asking asking, Project project) {
        String rest = asking.path().replaceFirst("^/projects/[^/]+", "");
        String query = asking.request().query().toString();
        String address = asking.origin() + asking.prefix() + "/api/v4/projects/" + project.id() + rest
                + (query.isEmpty() ? "" : "?" + query);
        return ApiException.message(301, "Moved Permanently").header("Location", address);
    }

    private static HttpResponse response(Answer answer) {
        HttpResponse response = HttpResponse.json(200, answer.body().toString()).with("Content-Type", "application/json");
        response.headers().setAll(answer.headers());
        return response;
    }
}
