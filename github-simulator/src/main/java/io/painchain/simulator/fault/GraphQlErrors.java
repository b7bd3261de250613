package io.painchain.simulator.fault;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.HttpResponse;

/** Refusals that GraphQL answers with status 200. */
final class GraphQlErrors {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private GraphQlErrors() {
    }

    static HttpResponse dataNull(Fault fault, Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().putNull("data");
        error(body, fault, "Something went wrong while executing your query. This may be the result of a timeout, or "
                + "it could be a GitHub bug.");
        return HttpResponse.json(200, body.toString());
    }

    static HttpResponse rateLimit(Fault fault, Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        error(body, fault, "API rate limit already exceeded for user ID 1.").put("type", "RATE_LIMIT").put("code",
                "graphql_rate_limit");
        return HttpResponse.json(200, body.toString());
    }

    static HttpResponse secondaryLimit(Fault fault, Exchange exchange) {
        Duration wait = fault.pause().isZero() ? A_MINUTE : fault.pause();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        error(body, fault, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
        return HttpResponse.json(200, body.toString()).with("Retry-After", Long.toString(wait.toSeconds()));
    }

    private static ObjectNode error(ObjectNode body, Fault fault, String message) {
        return body.putArray("errors").addObject().put("message", fault.text() == null ? message : fault.text());
    }
}
