package io.painchain.backend.deployment.metric;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.Api;
import io.painchain.backend.database.Statements;
import io.painchain.backend.deployment.DeploymentFollowing;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What was derived follows what types mean now, and what of their events is still there. */
@QuarkusTest
class DeliveryMeaningsTest {

    private static final String MEANING = """
            , "meaning": {"role": "carrier", "facts": {"environment": ["coast"], "service": ["cargo"], "version": ["hull"]}}""";

    private final String tenant = Api.newTenant();
    private final String type = "harbour-" + UUID.randomUUID();
    @Inject
    DeploymentFollowing following;
    @Inject
    Statements statements;
    private String integration;

    @BeforeEach
    void anIntegrationWhoseEventsMeanNothing() {
        register("");
        integration = Api.create(tenant, "{\"type\": \"%s\", \"name\": \"Harbour\", \"config\": {}}".formatted(type)).then()
                .statusCode(201).extract().path("id");
    }

    private void register(String meaning) {
        Api.asConnector().body("""
                {"id": "%s", "displayName": "Harbour", "configSchema": {"type": "object"}, "eventTypes": {
                  "landing": {"displayName": "Landing"%s}}}""".formatted(type, meaning)).put("/api/connectors/" + type).then()
                .statusCode(204);
    }

    private void landed(String asOf, String... cargos) {
        var events = new ArrayList<JsonNode>();
        for (int i = 0; i < cargos.length; i++) {
            events.add(Drafts.json("""
                    {"title": "Landed", "connector": "%s", "type": "landing", "project": "acme/api", "externalId": "landing-%d",
                     "timestamp": "2026-03-02T10:00:00Z", "asOf": "%s",
                     "data": {"coast": "production", "cargo": "%s", "hull": "a1"}}""".formatted(type, i, asOf, cargos[i])));
        }
        Api.as(tenant).body(Drafts.batch(integration, events)).post("/api/events/batch").then().statusCode(200);
    }

    private ValidatableResponse services() {
        following.catchUp(tenant);
        return Api.as(tenant).get("/api/metrics/delivery/services").then().statusCode(200);
    }

    @Test
    void eventsFromBeforeTheirTypeMeantSomethingCount() {
        // Given
        landed("2026-03-02T10:00:00Z", "cart");
        services().body("", hasSize(0));

        // When
        register(MEANING);

        // Then
        services().body("service", contains("cart"), "deployments", contains(1));

        // When
        register("");

        // Then
        services().body("", hasSize(0));
    }

    @Test
    void deploymentsThatChangePlacesAreBothKept() {
        // Given
        register(MEANING);
        landed("2026-03-02T10:00:00Z", "cart", "checkout");
        services().body("service", containsInAnyOrder("cart", "checkout"));

        // When
        landed("2026-03-02T11:00:00Z", "checkout", "cart");

        // Then
        services().body("service", containsInAnyOrder("cart", "checkout"), "deployments", contains(1, 1));
    }

    @Test
    void servicesOfRemovedEventsAreNotOffered() {
        // Given
        register(MEANING);
        landed("2026-03-02T10:00:00Z", "cart");
        services().body("service", contains("cart"));

        // When
        statements.update("delete from event where tenant_id = ?", List.of(tenant));

        // Then
        services().body("", hasSize(0));
    }
}
