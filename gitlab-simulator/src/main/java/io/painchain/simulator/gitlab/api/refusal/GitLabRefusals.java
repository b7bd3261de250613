package io.painchain.simulator.gitlab.api.refusal;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Refusals;
import io.painchain.simulator.http.HttpResponse;

/** Refusals in GitLab's words. */
public final class GitLabRefusals implements Refusals {

    private static final Map<Integer, String> MESSAGES = Map.of(401, "401 Unauthorized", 403, "403 Forbidden", 404,
            "404 Not Found", 405, "405 Method Not Allowed", 500, "500 Internal Server Error");

    @Override
    public HttpResponse refuse(Fault fault) {
        return switch (fault.kind()) {
            case GRAPHQL_NULL -> dataNull(fault);
            case GRAPHQL_LIMIT, GRAPHQL_SECONDARY -> retryLater();
            default -> status(fault);
        };
    }

    @Override
    public ObjectNode missingList(ArrayNode path) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("message", "Timeout on this field");
        error.set("path", path);
        return error;
    }

    /** The limit of all requests, as plain text. */
    public static HttpResponse retryLater() {
        return HttpResponse.empty(429).with("Content-Type", "text/plain")
                .body("Retry later\n".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse status(Fault fault) {
        if (fault.status() == 429 && fault.text() == null) {
            return retryLater();
        }
        if (fault.status() > 500 && fault.text() == null) {
            return HttpResponse.html(fault.status(), "<html><head><title>" + fault.status() + "</title></head></html>");
        }
        String message = fault.text() == null ? MESSAGES.getOrDefault(fault.status(), fault.status() + " Error")
                : fault.text();
        int status = fault.status() == 0 ? 500 : fault.status();
        return HttpResponse.json(status, JsonNodeFactory.instance.objectNode().put("message", message).toString());
    }

    private static HttpResponse dataNull(Fault fault) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().putNull("data");
        body.putArray("errors").addObject().put("message",
                fault.text() == null ? "Internal server error" : fault.text());
        return HttpResponse.json(200, body.toString());
    }
}
