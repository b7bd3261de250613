package io.painchain.simulator.api.graphql;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.repository.RepositoryAddress;
import io.painchain.simulator.api.target.ConditionalAnswers;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.graphql.GraphQlExecutor;
import io.painchain.simulator.graphql.GraphQlExecutor.Query;
import io.painchain.simulator.graphql.session.Session;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.limit.RateLimits;
import io.painchain.simulator.limit.RateResource;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.repository.Repository;

/** The GraphQL API: one address, a quota of its own, and status 200 also for what it refuses. */
public record GraphQlTarget(World world, RateLimits limits, GraphQlExecutor executor, Faults faults) implements Target {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {
    };

    @Override
    public String route() {
        return Inquiry.GRAPHQL;
    }

    @Override
    public String path() {
        return Inquiry.GRAPHQL;
    }

    /** It counts what the query costs. */
    @Override
    public boolean free() {
        return true;
    }

    @Override
    public RateResource resource() {
        return RateResource.GRAPHQL;
    }

    /** A query; there are no mutations here. */
    @Override
    public int points(String method) {
        return 1;
    }

    @Override
    public HttpResponse respond(Inquiry inquiry, TokenGrant grant, ConditionalAnswers answers) throws ApiException {
        if (grant.login() == null) {
            throw new ApiException(401, "This endpoint requires you to be authenticated.");
        }
        if (!inquiry.request().method().equals("POST")) {
            throw ApiException.notFound();
        }
        int limit = grant.limit(RateResource.GRAPHQL);
        if (limits.exhausted(grant.budget(), RateResource.GRAPHQL, limit)) {
            return json("{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"API rate limit exceeded for user ID 1.\"}]}");
        }
        Session session = new Session(world, new GrantViewer(grant), inquiry.links(),
                points -> limits.charge(grant.budget(), RateResource.GRAPHQL, limit, points), this::withholds);
        return json(written(executor.execute(query(inquiry), session)));
    }

    private boolean withholds(Repository repository, String subPath) {
        return faults.withholds("/repos/" + repository.fullName() + subPath, RepositoryAddress.key(repository, subPath));
    }

    private static Query query(Inquiry inquiry) throws ApiException {
        try {
            JsonNode body = JSON.readTree(inquiry.request().text());
            if (!body.path("query").isTextual()) {
                throw new ApiException(400, "A query attribute must be specified and must be a string.");
            }
            Map<String, Object> variables = body.path("variables").isObject()
                    ? JSON.convertValue(body.get("variables"), VARIABLES)
                    : Map.of();
            return new Query(body.get("query").asText(), body.path("operationName").textValue(), variables);
        } catch (JsonProcessingException e) {
            throw new ApiException(400, "Problems parsing JSON");
        }
    }

    private static String written(Map<String, Object> answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values cannot fail to be written", e);
        }
    }

    private static HttpResponse json(String body) {
        return HttpResponse.json(200, body).with("X-GitHub-Media-Type", "github.v4; format=json");
    }
}
