package io.painchain.simulator.api.refusal;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Refusals;
import io.painchain.simulator.http.HttpResponse;

/** Refusals in GitHub's words; those of GraphQL have status 200. */
public final class GitHubRefusals implements Refusals {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final Map<Integer, String> MESSAGES = Map.of(401, "Bad credentials", 403,
            "Resource not accessible by personal access token", 404, "Not Found", 429,
            "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", 451,
            "Repository access blocked", 500, "Server Error", 502, "Server Error", 503, "Service Unavailable");

    @Override
    public HttpResponse refuse(Fault fault) {
        return switch (fault.kind()) {
            case NOT_AVAILABLE -> notAvailable(fault);
            case GRAPHQL_NULL -> dataNull(fault);
            case GRAPHQL_LIMIT -> rateLimit(fault);
            case GRAPHQL_SECONDARY -> secondaryLimit(fault);
            default -> status(fault);
        };
    }

    @Override
    public ObjectNode missingList(ArrayNode path) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("type", "RESOURCE_LIMITS_EXCEEDED");
        error.set("path", path);
        return error.put("message", "Resource limits for this query exceeded.");
    }

    private static HttpResponse status(Fault fault) {
        String message = text(fault, MESSAGES.getOrDefault(fault.status(), "Error"));
        return HttpResponse.json(fault.status(), JsonNodeFactory.instance.objectNode().put("message", message)
                .put("documentation_url", "https://docs.github.com/rest").put("status", "" + fault.status())
                .toString());
    }

    private static HttpResponse notAvailable(Fault fault) {
        int status = fault.status() == 0 ? 422 : fault.status();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message",
                "Server Error: Sorry, this diff is taking too long to generate.");
        body.putArray("errors").addObject().put("resource", text(fault, "PullRequest")).put("field", "diff").put("code",
                "not_available");
        return HttpResponse.json(status,
                body.put("documentation_url", "https://docs.github.com/rest").put("status", "" + status).toString());
    }

    private static HttpResponse dataNull(Fault fault) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().putNull("data");
        error(body, fault, "Something went wrong while executing your query. This may be the result of a timeout, or "
                + "it could be a GitHub bug.");
        return HttpResponse.json(200, body.toString());
    }

    private static HttpResponse rateLimit(Fault fault) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        error(body, fault, "API rate limit already exceeded for user ID 1.").put("type", "RATE_LIMIT").put("code",
                "graphql_rate_limit");
        return HttpResponse.json(200, body.toString());
    }

    private static HttpResponse secondaryLimit(Fault fault) {
        Duration wait = fault.pause().isZero() ? A_MINUTE : fault.pause();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        error(body, fault, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
        return HttpResponse.json(200, body.toString()).with("Retry-After", Long.toString(wait.toSeconds()));
    }

    private static ObjectNode error(ObjectNode body, Fault fault, String message) {
        return body.putArray("errors").addObject().put("message", text(fault, message));
    }

    private static String text(Fault fault, String otherwise) {
        return fault.text() == null ? otherwise : fault.text();
    }
}
