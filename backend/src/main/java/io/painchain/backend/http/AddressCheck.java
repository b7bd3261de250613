package io.painchain.backend.http;

import jakarta.enterprise.event.Observes;

import io.painchain.backend.problem.ProblemResponse;
import io.painchain.backend.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Refuses an address that is no text when it is decoded, so that no resource, query or log has to think of it. */
class AddressCheck {

    void register(@Observes Filters filters) {
        filters.register(AddressCheck::check, HttpOrder.ADDRESS);
    }

    private static void check(RoutingContext context) {
        if (PercentEncoding.isText(context.request().uri())) {
            context.next();
            return;
        }
        ProblemResponse.send(context, ProblemType.VALIDATION,
                "The address must be percent-encoded UTF-8 without NUL characters, such as %C3%A9 for é.");
    }
}
