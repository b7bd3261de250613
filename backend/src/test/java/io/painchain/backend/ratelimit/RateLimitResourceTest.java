package io.painchain.backend.ratelimit;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class RateLimitResourceTest {

    private static final String RESET = "2999-01-01T00:00:00Z";
    private static final String FIRST_TOKEN = "a".repeat(64);
    private static final String SECOND_TOKEN = "b".repeat(64);

    String tenant;
    String integration;

    @BeforeEach
    void anIntegration() {
        tenant = Api.newTenant();
        Api.register("limited", "{\"type\": \"object\"}");
        integration = integration();
    }

    @Test
    void showsWhatIsLeft() {
        // When
        asConnector().body("""
                {"integrationId": "%s", "tokenHash": "%s",
                 "limits": {"core": {"limit": 5000, "remaining": 3334, "used": 1666, "reset": "%s"},
                            "search": {"limit": 30, "remaining": 30, "used": 0, "reset": "%s"},
                            "graphql": {"limit": 5000, "remaining": 4990, "used": 10, "reset": "%s"}},
                 "forecast": {"core": {"exhaustedAt": null, "sentence": "at this rate the quota lasts"}}}
                """.formatted(integration, FIRST_TOKEN, RESET, RESET, RESET)).post("/api/v1/rate-limits/track").then()
                .statusCode(204);

        // Then
        var status = as(tenant).get("/api/v1/rate-limits/status?integrationId=" + integration).then().statusCode(200)
                .body("status", equalTo("success")).body("tokens", equalTo(1))
                .body("rate_limits.core.limit", equalTo(5000)).body("rate_limits.core.remaining", equalTo(3334))
                .body("rate_limits.core.used", equalTo(1666)).body("rate_limits.core.percentage_used", equalTo(33.32f))
                .body("rate_limits.core.reset", equalTo(RESET)).body("rate_limits.search.percentage_used", equalTo(0.0f))
                .body("rate_limits.graphql.remaining", equalTo(4990))
                .body("forecast.core.sentence", equalTo("at this rate the quota lasts"))
                .body("forecast.core.exhausted_at", nullValue());
        assertThat(status.extract().asString()).doesNotContain(FIRST_TOKEN);
    }

    @Test
    void sumsUpTheTokensOfATenant() {
        var sameToken = integration();
        var otherToken = integration();
        track(integration, FIRST_TOKEN, 4000, "2999-01-02T00:00:00Z", "2998-06-01T00:00:00Z");
        track(sameToken, FIRST_TOKEN, 3900, "2999-01-02T00:00:00Z", "2998-05-01T00:00:00Z");
        track(otherToken, SECOND_TOKEN, 1000, RESET, "2998-03-01T00:00:00Z");

        as(tenant).get("/api/rate-limits/status").then().body("tokens", equalTo(2))
                .body("rate_limits.core.limit", equalTo(10_000)).body("rate_limits.core.remaining", equalTo(4900))
                .body("rate_limits.core.reset", equalTo(RESET)).body("rate_limits.core.percentage_used", equalTo(51.0f))
                .body("forecast.core.exhausted_at", equalTo("2998-03-01T00:00:00Z"));
        as(tenant).get("/api/rate-limits/status?integrationId=" + otherToken).then().body("tokens", equalTo(1))
                .body("rate_limits.core.remaining", equalTo(1000));
    }

    @Test
    void remembersHowItWentOnceAMinute() {
        track(integration, FIRST_TOKEN, 4000, RESET, null);
        track(integration, FIRST_TOKEN, 3999, RESET, null);

        as(tenant).get("/api/v1/rate-limits/history").then().statusCode(200)
                .body("remaining", contains(4000)).body("[0].resource_type", equalTo("core"))
                .body("[0].integration_id", equalTo(integration)).body("[0].limit", equalTo(5000))
                .body("[0].reset_at", equalTo(RESET)).body("[0].token_hash", nullValue());
        as(tenant).get("/api/v1/rate-limits/history?resource=search").then().body("", empty());
        as(tenant).get("/api/v1/rate-limits/history?from=2999-01-01T00:00:00Z").then().body("", empty());
    }

    @Test
    void saysWhetherItIsHealthy() {
        as(tenant).get("/api/v1/rate-limits/health").then().statusCode(200).body("status", equalTo("healthy"))
                .body("checked_at", nullValue());
        track(integration, FIRST_TOKEN, 499, RESET, null);
        as(tenant).get("/api/v1/rate-limits/health").then().body("status", equalTo("warning"))
                .body("resources.core", containsString("499 of 5000"));
        track(integration, FIRST_TOKEN, 0, RESET, null);
        as(tenant).get("/api/v1/rate-limits/health").then().body("status", equalTo("exhausted"));
        track(integration, FIRST_TOKEN, 0, "2020-01-01T00:00:00Z", null);
        as(tenant).get("/api/v1/rate-limits/health").then().body("status", equalTo("healthy"));
    }

    @Test
    void showsNothingToOtherTenants() {
        track(integration, FIRST_TOKEN, 4000, RESET, null);
        var other = Api.newTenant();

        as(other).get("/api/rate-limits/status").then().body("rate_limits", anEmptyMap()).body("tokens", equalTo(0));
        as(other).get("/api/rate-limits/history").then().body("", empty());
        for (var what : new String[] { "status", "history", "health" }) {
            as(other).get("/api/rate-limits/%s?integrationId=%s".formatted(what, integration)).then().statusCode(404);
        }
    }

    @Test
    void isReportedByConnectorsOnly() {
        as(tenant).body("{}").post("/api/rate-limits/track").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "tokenHash": "ghp_token", "limits": {"core": {"limit": 1, "remaining": 1, "used": 0, "reset": "2999-01-01T00:00:00Z"}} | /tokenHash
            "limits": {}                                                                                                           | /limits
            "limits": {"core": {"limit": 1, "remaining": -1, "used": 0, "reset": "2999-01-01T00:00:00Z"}}                          | /limits/core/remaining
            "limits": {"core": {"limit": 1, "remaining": 1, "used": 0}}                                                            | /limits/core/reset
            """)
    void refusesWhatIsNoReport(String members, String pointer) {
        asConnector().body("{\"integrationId\": \"%s\", %s}".formatted(integration, members)).post("/api/rate-limits/track")
                .then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void goesWithItsIntegration() {
        track(integration, FIRST_TOKEN, 4000, RESET, null);

        as(tenant).delete("/api/integrations/" + integration).then().statusCode(204);

        as(tenant).get("/api/rate-limits/status").then().body("tokens", equalTo(0));
        as(tenant).get("/api/rate-limits/history").then().body("", empty());
    }

    private String integration() {
        return Api.create(tenant, "{\"type\": \"limited\", \"name\": \"n\", \"config\": {}}").then().statusCode(201).extract()
                .path("id");
    }

    private static ValidatableResponse track(String integration, String token, int remaining, String reset,
            String exhaustedAt) {
        var forecast = exhaustedAt == null ? "" : """
                , "forecast": {"core": {"exhaustedAt": "%s", "sentence": "it ends"}}""".formatted(exhaustedAt);
        return asConnector().body("""
                {"integrationId": "%s", "tokenHash": "%s",
                 "limits": {"core": {"limit": 5000, "remaining": %d, "used": %d, "reset": "%s"}}%s}
                """.formatted(integration, token, remaining, 5000 - remaining, reset, forecast))
                .post("/api/v1/rate-limits/track").then().statusCode(204);
    }
}
