package io.painchain.backend.http;

import java.util.Map;
import java.util.Set;

import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Other names of paths: {@code /api/v1/…}, resources' old names, and common guesses for health and documentation. */
class PathAliases {

    private static final String API = "/api/";
    private static final String VERSIONED = API + "v1/";

    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("/health", "/q/health"),
            Map.entry("/health/live", "/q/health/live"),
            Map.entry("/health/ready", "/q/health/ready"),
            Map.entry("/health/started", "/q/health/started"),
            Map.entry("/metrics", "/q/metrics"),
            Map.entry("/openapi", "/q/openapi"),
            Map.entry("/openapi.json", "/q/openapi.json"),
            Map.entry("/openapi.yaml", "/q/openapi.yaml"),
            Map.entry("/docs", "/q/swagger-ui/"),
            Map.entry("/redoc", "/q/swagger-ui/"));

    private static final Map<String, String> PREFIXES = Map.of(
            "/api/changes", "/api/events",
            "/api/connections", "/api/integrations");

    private final Set<String> own;

    PathAliases(OwnPaths paths) {
        this.own = paths.names();
    }

    void register(@Observes Filters filters) {
        filters.register(this::resolve, HttpOrder.ALIAS);
    }

    private void resolve(RoutingContext context) {
        var path = context.request().path();
        var canonical = canonical(path, own);
        if (canonical.equals(path)) {
            context.next();
            return;
        }
        if (canonical.endsWith("/swagger-ui/")) {
            context.redirect(canonical); // its page names its files relative to its own path
            return;
        }
        var query = context.request().query();
        context.reroute(context.request().method(), query == null ? canonical : canonical + "?" + query);
    }

    /** @param own first segments of our paths; any other below {@code /api/v1} is a provider's */
    static String canonical(String path, Set<String> own) {
        var whole = WHOLE.get(path);
        if (whole != null) {
            return whole;
        }
        var unversioned = unversioned(path, own);
        for (var prefix : PREFIXES.entrySet()) {
            if (unversioned.equals(prefix.getKey()) || unversioned.startsWith(prefix.getKey() + "/")) {
                return prefix.getValue() + unversioned.substring(prefix.getKey().length());
            }
        }
        return unversioned;
    }

    private static String unversioned(String path, Set<String> own) {
        if (!path.startsWith(VERSIONED)) {
            return path;
        }
        var unversioned = API + path.substring(VERSIONED.length());
        var first = OwnPaths.first(path.substring(VERSIONED.length()));
        return own.contains(first) || PREFIXES.containsKey(API + first) ? unversioned : path;
    }
}
