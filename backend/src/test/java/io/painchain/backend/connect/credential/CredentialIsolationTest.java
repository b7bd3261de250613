package io.painchain.backend.connect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.KeysMode;
import io.painchain.backend.connect.RefreshedIntegration;
import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.database.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** What runs by itself, where the database separates tenants. */
@QuarkusTest
@TestProfile(KeysMode.class)
class CredentialIsolationTest {

    private final CredentialRefresh refresh;
    private final CredentialKeyRenewal renewal;
    private final Statements statements;
    private final DatabaseScope scope;

    CredentialIsolationTest(CredentialRefresh refresh, CredentialKeyRenewal renewal, Statements statements,
            DatabaseScope scope) {
        this.refresh = refresh;
        this.renewal = renewal;
        this.statements = statements;
        this.scope = scope;
    }

    @Test
    void tokensOfEachTenantAreRefreshedAndShownToThatTenantOnly() {
        // Given
        var tenant = Api.newTenant();
        var key = Keys.create(tenant, "owner");
        var stranger = Keys.create(Api.newTenant(), "owner");
        var integration = RefreshedIntegration.connectedBy(() -> Keys.with(key));
        scope.ofAll(() -> statements.update("update integration_credential set token_expires_at = now() + interval '1 minute'"
                + " where tenant_id = ?", List.of(tenant)));

        // When
        integration.answersWhile(refresh::refresh, """
                {"ok": true, "output": {"connected": {"config": {"token": "ghu_new"}, "exclusive": false,
                 "grant": {"accessToken": "ghu_new", "refreshToken": "ghr_new", "expiresAt": "2099-01-01T00:00:00Z"}}}}""");
        renewal.renew();

        // Then
        Keys.with(key).get(integration.path("/credential")).then().statusCode(200).body("tokenExpiresAt",
                equalTo("2099-01-01T00:00:00Z"), "refreshError", nullValue());
        Keys.with(stranger).get(integration.path("/credential")).then().statusCode(404);
        Keys.with(stranger).delete(integration.path("/credential")).then().statusCode(404);
        assertThat(scope.of("another", () -> statements.query("select 1 from integration_credential", List.of(), row -> 1)))
                .isEmpty();
    }
}
