package io.painchain.backend.proxy;

import static io.painchain.backend.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.Api;
import io.painchain.backend.task.PlayedConnector;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProxyResourceTest {

    PlayedConnector connector;
    String tenant;
    String integration;
    String root;

    @BeforeEach
    void aConnectorAndAnIntegration() {
        connector = PlayedConnector.start();
        tenant = Api.newTenant();
        integration = connector.integration(tenant);
        root = "/api/v1/" + connector.type;
    }

    @Test
    void passesARequestOnAndTheAnswerBack() {
        // When
        var exchange = connector.answers(
                () -> as(tenant).urlEncodingEnabled(false).body("{\"color\": \"ff0000\"}")
                        .patch(root + "/Acme/API/labels/good%20first%20issue?use_cache=false&x=1&x=2"),
                """
                        {"ok": true, "output": {"status": 201, "body": {"name": "bug", "n": 1.50},
                         "headers": {"ETag": "\\"e\\"", "X-RateLimit-Remaining": "7", "Set-Cookie": "a=b", "Link": "a\\nb"}}}
                        """);

        // Then
        var task = exchange.task();
        assertThat(task).containsEntry("kind", "proxy").containsEntry("integrationId", integration);
        assertThat(task.get("integration").toString()).contains(PlayedConnector.TOKEN);
        @SuppressWarnings("unchecked")
        var input = (Map<String, Object>) task.get("input");
        assertThat(input).containsEntry("method", "PATCH").containsEntry("path", "Acme/API/labels/good%20first%20issue")
                .containsEntry("query", Map.of("use_cache", "false", "x", "1"))
                .containsEntry("body", Map.of("color", "ff0000"));
        assertThat((String) input.get("requestedBy")).contains(tenant);
        exchange.response().statusCode(201).contentType(startsWith("application/json")).body("name", equalTo("bug"))
                .body("n", equalTo(1.5f)).header("ETag", "\"e\"").header("X-RateLimit-Remaining", "7")
                .header("Set-Cookie", nullValue()).header("Link", nullValue());
    }

    @Test
    void passesARepositoryOfAnyDepthOnAsOneSegment() {
        var exchange = connector.answers(
                () -> as(tenant).urlEncodingEnabled(false)
                        .get(root + "/acme%2Fgroup%2Fsub%2Fweb/info?integrationId=" + integration),
                "{\"ok\": true, \"output\": {\"status\": 204}}");

        @SuppressWarnings("unchecked")
        var input = (Map<String, Object>) exchange.task().get("input");
        assertThat(input).containsEntry("path", "acme%2Fgroup%2Fsub%2Fweb/info");
        exchange.response().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "POST", "PUT", "PATCH", "DELETE" })
    void passesEveryMethodOnWithoutABody(String method) {
        var exchange = connector.answers(() -> as(tenant).request(method, root + "/acme/api/cache/invalidate"),
                "{\"ok\": true, \"output\": {\"status\": 204}}");

        @SuppressWarnings("unchecked")
        var input = (Map<String, Object>) exchange.task().get("input");
        assertThat(input).containsEntry("method", method).doesNotContainKey("body");
        exchange.response().statusCode(204);
    }

    @Test
    void passesProblemsOn() {
        connector.answers(() -> as(tenant).get(root + "/acme/api/info"),
                "{\"ok\": false, \"error\": \"has_pages cannot be changed\", \"status\": 400}").response().statusCode(400)
                .contentType("application/problem+json").body("detail", equalTo("has_pages cannot be changed"));
        connector.answers(() -> as(tenant).get(root + "/acme/api/info"), "{\"ok\": true, \"output\": {}}").response()
                .statusCode(502);
    }

    @Test
    void findsTheIntegrationByItsRepository() {
        var web = connector.integration(tenant, "another-token", "[{\"owner\": \"acme\", \"repo\": \"web\"}]");

        assertThat(connector.answers(() -> as(tenant).get(root + "/acme/web/pulls"),
                "{\"ok\": true, \"output\": {\"status\": 200, \"body\": []}}").task()).containsEntry("integrationId", web);
        as(tenant).get(root + "/acme/unknown/pulls").then().statusCode(409)
                .body("integrations.id", containsInAnyOrder(integration, web)).body("detail", containsString("acme/unknown"));
    }

    @Test
    void asksWhichOfSeveralIsMeant() {
        var second = connector.integration(tenant, "another-token", "\"acme/api\"");

        as(tenant).get(root + "/acme/api/pulls").then().statusCode(409)
                .body("integrations.id", containsInAnyOrder(integration, second))
                .body("integrations.name", contains("Production", "Production"));

        assertThat(connector.answers(() -> as(tenant).get(root + "/acme/api/pulls?integrationId=" + second),
                "{\"ok\": true, \"output\": {\"status\": 200, \"body\": []}}").task()).containsEntry("integrationId", second);
    }

    @Test
    void usesNoCredentialsOfOthers() {
        var other = Api.newTenant();

        as(other).get(root + "/acme/api/pulls").then().statusCode(404);
        as(other).get(root + "/acme/api/pulls?integrationId=" + integration).then().statusCode(404);
        as(tenant).get("/api/v1/" + PlayedConnector.start().type + "/acme/api/pulls?integrationId=" + integration).then()
                .statusCode(404);
        as(tenant).body("{\"enabled\": false}").patch("/api/integrations/" + integration).then().statusCode(200);
        as(tenant).get(root + "/acme/api/pulls?integrationId=" + integration).then().statusCode(409);
        assertThat(connector.lease().getList("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/acme/%2e%2e/x", "/acme/a%2fb" })
    void passesNoPathOnThatLeadsElsewhere(String path) {
        as(tenant).urlEncodingEnabled(false).get(root + path).then().statusCode(400);
    }

    @Test
    void leavesOurOwnPathsAlone() {
        for (var own : List.of("events", "changes", "integrations", "connections", "connectors", "timeline", "projects", "tags",
                "stats", "tasks", "coverage")) {
            Api.register(own, PlayedConnector.SCHEMA);
            as(tenant).get("/api/v1/" + own).then().statusCode(200);
        }
        as(tenant).get("/api/v1/integrations/" + integration).then().statusCode(200).body("id", equalTo(integration));
        as(tenant).get("/api/v1/rate-limits/status").then().statusCode(200);
        as(tenant).get("/api/v1/events/no-id/of-ours").then().statusCode(404);
        as(tenant).get("/api/v1/nothing/of/this").then().statusCode(404).body("type", equalTo("/problems/not-found"));
        as(tenant).get("/api/v1/" + connector.type).then().statusCode(404);
    }
}
