package io.painchain.backend.http;

import jakarta.enterprise.event.Observes;

import io.painchain.backend.problem.ProblemResponse;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.Limits;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Refuses a body by its declared length, before reading it. */
class BodyLength {

    private static final int ROOM = 1024 * 1024;

    void register(@Observes Filters filters) {
        filters.register(BodyLength::check, HttpOrder.BODY_LENGTH);
    }

    private static void check(RoutingContext context) {
        int most = SignedRoutes.contain(context) ? Limits.DELIVERY_BYTES : Limits.BATCH_BYTES;
        if (announced(context) <= most) {
            // For bodies without a length, with room for an envelope, so that a slightly larger one gets a problem instead of a cut.
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, (long) most + ROOM);
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemResponse.send(context, ProblemType.TOO_LARGE, "The body may have " + most + " bytes at most.");
    }

    private static long announced(RoutingContext context) {
        try {
            var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
