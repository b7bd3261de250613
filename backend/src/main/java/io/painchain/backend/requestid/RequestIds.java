package io.painchain.backend.requestid;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import org.jboss.logging.MDC;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** {@code X-Request-Id} for answers, problems and log lines; the caller's where it is valid. */
public class RequestIds {

    public static final String KEY = "requestId";

    /** Before every filter that may refuse a request. */
    private static final int ORDER = 1_000;

    public static final String HEADER = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::name, ORDER);
    }

    private static void name(RoutingContext context) {
        MDC.put(KEY, of(context));
        context.next();
    }

    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        if (id == null) {
            id = of(context.request());
            context.put(KEY, id);
            context.response().putHeader(HEADER, id);
        }
        return id;
    }

    /** For a request that never reaches the router. */
    public static String of(HttpServerRequest request) {
        var sent = request.getHeader(HEADER);
        return sent != null && SANE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }
}
