package io.painchain.backend.problem;

import io.painchain.backend.requestid.RequestIds;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem where no resource has been reached yet. */
public final class ProblemResponse {

    private ProblemResponse() {
    }

    public static void send(RoutingContext context, ProblemType type, String detail) {
        var response = context.response();
        if (response.ended()) {
            return;
        }
        var body = new JsonObject()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail)
                .put("instance", context.request().path())
                .put("requestId", context.<String> get(RequestIds.KEY));
        response.setStatusCode(type.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(body.toBuffer());
    }
}
