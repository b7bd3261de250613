package io.painchain.backend.http;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Serves the dashboard's single page for the addresses of its views, to browsers only. */
class DashboardPages {

    private static final Pattern VIEW = Pattern.compile("/(?!(api|q|login|a)(/|$)|assets/)[^.]+");

    void register(@Observes Filters filters) {
        filters.register(DashboardPages::show, HttpOrder.PAGE);
    }

    private static void show(RoutingContext context) {
        var request = context.request();
        if (isNavigation(request.method(), request.getHeader("Accept")) && isView(request.path())) {
            context.reroute(HttpMethod.GET, "/");
            return;
        }
        context.next();
    }

    private static boolean isNavigation(HttpMethod method, String accept) {
        return HttpMethod.GET.equals(method) && accept != null && accept.contains("text/html");
    }

    static boolean isView(String path) {
        return VIEW.matcher(path).matches();
    }
}
