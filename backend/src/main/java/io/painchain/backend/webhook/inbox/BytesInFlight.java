package io.painchain.backend.webhook.inbox;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.http.SignedRoutes;
import io.painchain.backend.problem.ProblemResponse;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.Limits;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Bounds the memory that deliveries take: anybody may send one, and it is read whole before its proof can be checked. */
@Singleton
class BytesInFlight {

    /** After all checks that need no body. */
    private static final int ORDER = 650;
    private static final String COUNTED = "painchain.bytes-in-flight";

    private final AtomicLong bytes = new AtomicLong();
    private final long most;

    BytesInFlight(InboxConfig config) {
        this.most = config.bytesInFlight();
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, ORDER);
    }

    private void admit(RoutingContext context) {
        if (!SignedRoutes.contain(context) || context.get(COUNTED) != null) {
            context.next();
            return;
        }
        long announced = announced(context);
        if (bytes.addAndGet(announced) > most) {
            bytes.addAndGet(-announced);
            context.response().putHeader("Retry-After", "5").putHeader("Connection", "close");
            ProblemResponse.send(context, ProblemType.UNAVAILABLE, "Too much is being received at the moment; try again.");
            return;
        }
        context.put(COUNTED, true);
        context.addEndHandler(ended -> bytes.addAndGet(-announced));
        context.next();
    }

    private static long announced(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        return length == null ? Limits.DELIVERY_BYTES : Long.parseLong(length); // BodyLength refuses what is no number
    }
}
