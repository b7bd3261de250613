package io.painchain.backend.http;

import jakarta.enterprise.event.Observes;

import io.painchain.backend.problem.ProblemResponse;
import io.painchain.backend.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Refuses compressed bodies: what they hold would be limited only after it was unpacked. */
class BodyCoding {

    private static final String NONE = "identity";

    void register(@Observes Filters filters) {
        filters.register(BodyCoding::check, HttpOrder.BODY_CODING);
    }

    private static void check(RoutingContext context) {
        var codings = context.request().headers().getAll(HttpHeaders.CONTENT_ENCODING);
        if (codings.stream().allMatch(coding -> coding.isBlank() || coding.strip().equalsIgnoreCase(NONE))) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, NONE);
        ProblemResponse.send(context, ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "Send the body as it is, without Content-Encoding: compressed ones are not taken.");
    }
}
