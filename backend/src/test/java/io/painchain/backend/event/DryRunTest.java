package io.painchain.backend.event;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A batch of which nothing is to be stored. */
@QuarkusTest
class DryRunTest {

    private final String tenant = Api.newTenant();
    private String integration;

    @BeforeEach
    void anIntegrationWithTwoEvents() {
        Api.register("rehearsed", "{\"type\": \"object\"}");
        integration = Api.create(tenant, "{\"type\": \"rehearsed\", \"name\": \"Ours\", \"config\": {}}").then().statusCode(201)
                .extract().path("id");
        batch("false", draft("r-1", "Same", "{\"size\": 1}"), draft("r-2", "Before", "{\"size\": 1, \"colour\": \"red\"}"))
                .body("created", equalTo(2));
    }

    private ValidatableResponse batch(String dryRun, String... drafts) {
        return asConnector().body("{\"integrationId\": \"%s\", \"dryRun\": %s, \"events\": [%s]}".formatted(integration,
                dryRun, String.join(", ", drafts))).post("/api/events/batch").then().statusCode(200);
    }

    private String draft(String id, String title, String data) {
        return """
                {"externalId": "%s", "title": "%s", "connector": "rehearsed", "project": "acme/api", "type": "release",
                 "integrationId": "%s", "timestamp": "2026-11-01T10:00:00Z", "asOf": "2026-11-01T10:00:00Z", "data": %s}"""
                .formatted(id, title, integration, data);
    }

    @Test
    void saysWhatWouldDifferAndStoresNothing() {
        // Given
        String before = as(tenant).get("/api/events").asString();

        // When
        var answer = batch("true", draft("r-1", "Same", "{\"size\": 1}"), draft("r-2", "After", "{\"size\": 2}"),
                draft("r-3", "New", "{}"));

        // Then
        answer.body("items.outcome", contains("unchanged", "updated", "created"))
                .body("items[1].changed", contains("title", "data.size")).body("items[0].changed", equalTo(null));
        assertThat(as(tenant).get("/api/events").asString()).isEqualTo(before);
        as(tenant).get("/api/events").then().body("", hasSize(2));
        batch("false", draft("r-3", "New", "{}")).body("created", equalTo(1));
    }

    @Test
    void keepsNoRefusedDraftEither() {
        // When
        batch("true", "{\"externalId\": \"r-4\"}").body("items.outcome", contains("rejected"));

        // Then
        asConnector().get("/api/integrations/" + integration + "/rejected").then().body("", hasSize(0));
    }
}
