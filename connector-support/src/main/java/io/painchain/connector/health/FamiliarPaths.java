package io.painchain.connector.health;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;

/** Health and metrics also under the names that users try first. */
@ApplicationScoped
class FamiliarPaths {

    private static final Map<String, String> PATHS = Map.of("/health", "/q/health", "/health/live", "/q/health/live",
            "/health/ready", "/q/health/ready", "/metrics", "/q/metrics");

    void add(@Observes Router router) {
        PATHS.forEach((familiar, own) -> router.get(familiar).handler(context -> context.reroute(own)));
    }
}
