package io.painchain.backend.http;

import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;

import io.painchain.backend.problem.ProblemResponse;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Refuses addresses that are not decodable text, so that nothing behind it has to check. */
class AddressCheck {

    void register(@Observes Filters filters) {
        filters.register(AddressCheck::check, HttpOrder.ADDRESS);
    }

    private static void check(RoutingContext context) {
        if (PercentEncoding.isText(context.request().uri())) {
            context.next();
            return;
        }
        ProblemResponse.invalid(context, wrongPart(context.request()), "must be percent-encoded UTF-8 without NUL characters");
    }

    private static String wrongPart(HttpServerRequest request) {
        var query = request.query();
        if (query == null || !PercentEncoding.isText(request.path())) {
            return "path";
        }
        return Stream.of(query.split("&")).filter(pair -> !PercentEncoding.isText(pair))
                .map(pair -> pair.substring(0, Math.max(0, pair.indexOf('='))))
                .filter(name -> !name.isEmpty() && PercentEncoding.isText(name)).findFirst().orElse("query");
    }
}
