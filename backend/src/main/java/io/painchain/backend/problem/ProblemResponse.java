package io.painchain.backend.problem;

import org.jboss.logging.Logger;

import io.painchain.backend.requestid.RequestIds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Problems from before any resource is reached. */
public final class ProblemResponse {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemResponse.class);

    private ProblemResponse() {
    }

    public static void send(RoutingContext context, ProblemType type, String detail) {
        send(context.request(), RequestIds.of(context), type, detail);
    }

    public static void invalid(RoutingContext context, String pointer, String detail) {
        var request = context.request();
        var error = new JsonObject().put("pointer", pointer).put("detail", detail);
        send(request, RequestIds.of(context), ProblemType.VALIDATION,
                body(request, RequestIds.of(context), ProblemType.VALIDATION, pointer + ": " + detail)
                        .put("errors", new JsonArray().add(error)));
    }

    /** From before the router. */
    public static Future<Void> send(HttpServerRequest request, String requestId, ProblemType type, String detail) {
        return send(request, requestId, type, body(request, requestId, type, detail));
    }

    private static Future<Void> send(HttpServerRequest request, String requestId, ProblemType type, JsonObject body) {
        var response = request.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return Future.succeededFuture();
        }
        LOG.infof("status=%d, detail=\"%s\", instance=\"%s\", requestId=%s", type.status(), body.getString("detail"),
                body.getString("instance"), requestId);
        return response.setStatusCode(type.status())
                .putHeader(RequestIds.HEADER, requestId)
                .putHeader("Content-Type", MEDIA_TYPE)
                .end(body.toBuffer());
    }

    public static JsonObject body(HttpServerRequest request, String requestId, ProblemType type, String detail) {
        return new JsonObject()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail)
                .put("instance", ProblemInstance.of(request.path()).toString())
                .put("requestId", requestId);
    }
}
