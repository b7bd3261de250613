package io.painchain.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathAliasesTest {

    @ParameterizedTest
    @CsvSource({
            "/api/v1/events, /api/events",
            "/api/v1/changes/7, /api/events/7",
            "/api/changes, /api/events",
            "/api/changeset, /api/changeset",
            "/api/connections/7/sync, /api/integrations/7/sync",
            "/api/v1/connections, /api/integrations",
            "/health, /q/health",
            "/metrics, /q/metrics",
            "/docs, /q/swagger-ui/",
            "/api/v1/integrations/github/acme, /api/integrations/github/acme",
            "/api/v1/github/acme/api/info, /api/v1/github/acme/api/info",
            "/api/v1/eventsource/a, /api/v1/eventsource/a",
            "/api/events, /api/events" })
    void leadsOtherNamesToTheOnePath(String path, String canonical) {
        assertThat(PathAliases.canonical(path, Set.of("events", "integrations"))).isEqualTo(canonical);
    }
}
