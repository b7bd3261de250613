package io.painchain.backend.connect.credential;

import static io.painchain.backend.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.connect.RefreshedIntegration;
import io.painchain.backend.database.Statements;
import io.quarkus.test.junit.QuarkusTest;

/** Tokens that end, and what is asked for in their place. */
@QuarkusTest
class CredentialRefreshTest {

    private static final String NEW = """
            {"ok": true, "output": {"connected": {"config": {"token": "ghu_new"}, "exclusive": false,
             "grant": {"accessToken": "ghu_new", "refreshToken": "ghr_new", "expiresAt": "2099-01-01T00:00:00Z",
             "kept": {"clientId": "c"}}}}}""";

    @Inject
    CredentialRefresh refresh;
    @Inject
    Statements statements;

    private final String tenant = Api.newTenant();
    private RefreshedIntegration integration;

    @BeforeEach
    void connect() {
        integration = RefreshedIntegration.connected(tenant);
    }

    private void due() {
        statements.update("update integration_credential set token_expires_at = now() + interval '1 minute'"
                + " where tenant_id = ?", List.of(tenant));
    }

    @Test
    void storesNewTokensWithTheConfigurationThatUsesThem() {
        // Given
        due();

        // When
        var task = integration.answersWhile(refresh::refresh, NEW);

        // Then
        assertThat((Map<?, ?>) task.get("input")).extracting("action").isEqualTo("refresh");
        assertThat(task.get("input").toString()).contains("ghr_planted");
        as(tenant).get(integration.path("/credential")).then().body("tokenExpiresAt", equalTo("2099-01-01T00:00:00Z"),
                "account", equalTo("acme"), "refreshError", nullValue());
        Api.asConnector().get(integration.path("")).then().body("config.token", equalTo("ghu_new"));
    }

    @Test
    void aRefreshTokenIsUsedOnceEvenByTwoBackends() {
        // Given: another backend has it
        due();
        statements.update("update integration_credential set refreshing_since = now() where tenant_id = ?", List.of(tenant));

        // When
        refresh.refresh();

        // Then
        assertThat(integration.tasks()).isEmpty();
    }

    @Test
    void whatTheProviderRefusesIsSaidAndNotAskedAgain() {
        // Given
        due();

        // When
        integration.answersWhile(refresh::refresh, "{\"ok\": false, \"error\": \"bad_refresh_token\", \"status\": 400}");
        refresh.refresh();

        // Then
        assertThat(integration.tasks()).isEmpty();
        as(tenant).get(integration.path("/credential")).then().body("refreshError", equalTo("bad_refresh_token"), "refreshed",
                equalTo(false));
    }
}
