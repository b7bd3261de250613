package io.painchain.day;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * The way from the connector to the backend: while it is down every connection breaks, and at other times now and then one does
 * whose batch was stored, so that the connector sends it again. Who has no key, as the test, passes.
 */
@Singleton
class BackendLine {

    private static final int EVERY = 50;
    private static final int BEFORE_ALL_OTHERS = 10_000;
    private static final AtomicInteger BATCHES = new AtomicInteger();

    private static volatile boolean down;

    static void down(boolean now) {
        down = now;
    }

    static boolean isDown() {
        return down;
    }

    static int batches() {
        return BATCHES.get();
    }

    void register(@Observes Filters filters) {
        filters.register(BackendLine::pass, BEFORE_ALL_OTHERS);
    }

    private static void pass(RoutingContext call) {
        boolean connector = call.request().getHeader("Authorization") != null;
        boolean webhook = call.request().getHeader("X-GitHub-Event") != null;
        if ((connector || webhook) && down) {
            call.request().connection().close();
            return;
        }
        if (connector && call.request().path().endsWith("/events/batch") && BATCHES.incrementAndGet() % EVERY == 0) {
            call.addHeadersEndHandler(answered -> call.request().connection().close());
        }
        call.next();
    }
}
