package io.painchain.backend.problem;

import org.jboss.logging.Logger;

import io.painchain.backend.requestid.RequestIds;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem where no resource has been reached yet. */
public final class ProblemResponse {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemResponse.class);

    private ProblemResponse() {
    }

    public static void send(RoutingContext context, ProblemType type, String detail) {
        send(context.request(), RequestIds.of(context), type, detail);
    }

    /** Where not even the router has been reached. */
    public static Future<Void> send(HttpServerRequest request, String requestId, ProblemType type, String detail) {
        var response = request.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return Future.succeededFuture();
        }
        var body = body(request, requestId, type, detail);
        return response.setStatusCode(type.status())
                .putHeader(RequestIds.HEADER, requestId)
                .putHeader("Content-Type", MEDIA_TYPE)
                .end(body);
    }

    /** The problem as JSON, for who sends it in a way of their own; it is logged here. */
    public static Buffer body(HttpServerRequest request, String requestId, ProblemType type, String detail) {
        var instance = ProblemInstance.of(request.path());
        LOG.infof("status=%d, detail=\"%s\", instance=\"%s\", requestId=%s", type.status(), detail, instance, requestId);
        return new JsonObject()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail)
                .put("instance", instance.toString())
                .put("requestId", requestId)
                .toBuffer();
    }
}
