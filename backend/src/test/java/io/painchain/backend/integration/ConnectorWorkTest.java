package io.painchain.backend.integration;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.painchain.backend.Api.create;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ConnectorWorkTest {

    String type;
    String tenant;
    String other;
    String mine;
    String disabled;
    String theirs;

    @BeforeEach
    void integrationsOfTwoTenants() {
        tenant = Api.newTenant();
        other = Api.newTenant();
        type = "type-" + tenant.substring(2, 12);
        Api.register(type, IntegrationResourceTest.SCHEMA);
        mine = integration(tenant, true);
        disabled = integration(tenant, false);
        theirs = integration(other, true);
    }

    @Test
    void givesEnabledIntegrationsOfAllTenantsInClear() {
        asConnector().get("/api/integrations?type=" + type).then().statusCode(200)
                .header("X-Assignment-Version", nullValue())
                .body("id", contains(mine, theirs))
                .body("tenantId", contains(tenant, other))
                .body("config.token", contains("token-of-an-integration", "token-of-an-integration"));
    }

    @Test
    void isNarrowedByATenantAndByState() {
        asConnector().header("x-tenant-id", tenant).get("/api/integrations?type=" + type).then().body("id", contains(mine));
        asConnector().get("/api/integrations?enabled=false&type=" + type).then().body("id", contains(disabled));
    }

    @Test
    void comesPageByPage() {
        // Given
        var ids = new ArrayList<String>();
        var path = "/api/integrations?limit=1&worker=w&type=" + type;

        // When
        while (path != null) {
            var page = asConnector().urlEncodingEnabled(false).get(path);
            ids.addAll(page.jsonPath().getList("id"));
            path = page.header("Link") == null ? null : page.header("Link").replaceAll("<(.*)>.*", "$1");
        }

        // Then
        assertThat(ids).containsExactly(mine, theirs);
    }

    @Test
    void hearsOfWorkersByTheirCalls() {
        asConnector().get("/api/integrations?worker=pod-1:8081&type=" + type).then().statusCode(200)
                .header("X-Assignment-Version", "1");

        given().get("/api/connectors").then().statusCode(200)
                .body("find { it.id == '%s' }.live".formatted(type), equalTo(true))
                .body("find { it.id == '%s' }.workers.worker".formatted(type), contains("pod-1:8081"));
    }

    @Test
    void needsATypeAndASaneWorker() {
        asConnector().get("/api/integrations").then().statusCode(400).body("errors.pointer", contains("type"));
        asConnector().queryParam("worker", "a b").get("/api/integrations?type=" + type).then().statusCode(400)
                .body("errors.pointer", contains("worker"));
    }

    @ParameterizedTest
    @CsvSource({ "GET, /api/integrations?type=x&worker=w", "PUT, /api/integrations/ID/sync",
            "GET, /api/integrations/ID/checkpoints",
            "GET, /api/integrations/ID/rejected", "POST, /api/integrations/ID/rejected",
            "POST, /api/integrations/ID/rejected/ID/retry", "PUT, /api/connectors/x" })
    void isForConnectorsAlone(String method, String path) {
        var mineNow = path.replace("ID", mine);

        as(tenant).body("{}").request(method, mineNow).then().statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json").body("type", equalTo("/problems/unauthorized"))
                .body("instance", equalTo(mineNow.replaceAll("\\?.*", ""))).body("detail", containsString("connector key"));
        as(tenant).header("Authorization", "Bearer not-the-connector-key").body("{}").request(method, mineNow).then()
                .statusCode(401).header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json").body("type", equalTo("/problems/unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "test-connector-key" })
    void takesNoOtherAuthorizationForAnonymous(String authorization) {
        as(tenant).header("Authorization", authorization).get("/api/integrations").then().statusCode(401);
    }

    @Test
    void takesTheTenantFromTheIntegration() {
        asConnector().get("/api/integrations/" + theirs).then().statusCode(200).body("tenantId", equalTo(other));
        asConnector().header("x-tenant-id", other).get("/api/integrations/" + theirs).then().statusCode(200);
        asConnector().header("x-tenant-id", tenant).get("/api/integrations/" + theirs).then().statusCode(404);
    }

    @Test
    void keepsListsOfUsersApart() {
        as(tenant).get("/api/integrations?type=" + type).then().body("id", containsInAnyOrder(mine, disabled));
    }

    private String integration(String owner, boolean enabled) {
        return create(owner, """
                {"type": "%s", "name": "n", "config": {"token": "token-of-an-integration"}, "enabled": %s}
                """.formatted(type, enabled)).then().statusCode(201).extract().path("id");
    }
}
