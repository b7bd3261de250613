package io.painchain.backend.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.Api;
import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.StoredIntegrations;
import io.painchain.backend.rejected.RejectedDraft;
import io.painchain.backend.rejected.RejectedRepository;
import io.painchain.model.validation.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EventsOfIntegrationsTest {

    private final StoredIntegrations integrations;
    private final RejectedRepository rejected;
    private final EventsOfIntegrations events;
    private final Statements statements;
    private IntegrationReference integration;

    EventsOfIntegrationsTest(StoredIntegrations integrations, RejectedRepository rejected, EventsOfIntegrations events,
            Statements statements) {
        this.integrations = integrations;
        this.rejected = rejected;
        this.events = events;
        this.statements = statements;
    }

    @BeforeEach
    void storesAnIntegration() {
        integration = integrations.any();
    }

    @Test
    void makesAnEventOfWhatWasSetAside() {
        // Given
        setAside(Drafts.draft("later"));
        // When
        Api.asConnector().post(path() + "/rejected/" + rejectedId() + "/retry").then().statusCode(204);
        // Then
        Api.as(tenant()).get("/api/events").then().body("externalId", equalTo(List.of("later")),
                "tags", equalTo(List.of(List.of("backend"))));
        Api.asConnector().get(path() + "/rejected").then().body("size()", equalTo(0));
    }

    @Test
    void keepsWhatStillIsNoEvent() {
        // Given
        setAside(Drafts.draft("never").put("title", ""));
        // When
        Api.asConnector().post(path() + "/rejected/" + rejectedId() + "/retry").then().statusCode(400)
                .body("errors.pointer", equalTo(List.of("/title")));
        // Then
        Api.asConnector().get(path() + "/rejected").then().body("errors.pointer", equalTo(List.of(List.of("/title"))));
        Api.as(tenant()).get("/api/events").then().body("size()", equalTo(0));
    }

    @Test
    void keepsTheEventsAndTheirIntegrationsNameWhenItIsDeleted() {
        // Given
        post(List.of(Drafts.draft("kept")));
        // When
        Api.as(tenant()).delete(path()).then().statusCode(204);
        // Then
        Api.as(tenant()).get("/api/events").then().body("externalId", equalTo(List.of("kept")),
                "integrationName", equalTo(List.of(integration.name())));
        Api.asConnector().body(Drafts.batch(integration.id().toString(), List.of())).post("/api/events/batch").then()
                .statusCode(404);
        Api.asConnector().body(Drafts.draft("e").put("integrationId", integration.id().toString()).toString())
                .post("/api/events").then().statusCode(404);
    }

    @Test
    void takesTheEventsAwayWithTheIntegrationWhereAsked() {
        // Given
        post(List.of(Drafts.draft("a"), Drafts.draft("b").put("status", "failure")));
        post(List.of(Drafts.draft("a").put("asOf", "2026-01-31T13:00:00Z").put("status", "new")));
        Api.as(tenant()).body(Drafts.byHand("another's").toString()).post("/api/events").then().statusCode(201);
        // When
        Api.as(tenant()).delete(path() + "?events=delete").then().statusCode(204);
        // Then
        Api.as(tenant()).get("/api/events").then().body("title", equalTo(List.of("another's")));
        Api.as(tenant()).get("/api/timeline?q=build").then().body("total", equalTo(0));
        Api.as(tenant()).get("/api/projects").then().body("connector", equalTo(List.of("script")));
        Api.as(tenant()).get("/api/tags").then().body("size()", equalTo(0));
        Api.as(tenant()).get("/api/stats").then().body("events", equalTo(1), "integrations", equalTo(0));
    }

    @Test
    void removesEventsBitByBit() {
        // Given
        var drafts = new ArrayList<JsonNode>();
        for (int i = 0; i < 7; i++) {
            drafts.add(Drafts.draft("e" + i));
        }
        post(drafts);
        // When
        var removed = List.of(events.removeSome(integration, 3), events.removeSome(integration, 3),
                events.removeSome(integration, 3), events.removeSome(integration, 3));
        // Then
        assertThat(removed).containsExactly(3, 3, 1, 0);
    }

    @Test
    void takesEventsOfADisabledIntegration() {
        // Given
        statements.update("update integration set enabled = false where tenant_id = ? and id = ?",
                List.of(tenant(), integration.id()));
        // When
        post(List.of(Drafts.draft("e")));
        // Then
        Api.as(tenant()).get("/api/events").then().body("size()", equalTo(1));
    }

    private void setAside(JsonNode raw) {
        QuarkusTransaction.requiringNew().run(() -> rejected.keep(tenant(), integration.id(),
                List.of(new RejectedDraft(raw, List.of(new FieldError("/x", "was wrong once"))))));
    }

    private String rejectedId() {
        return Api.asConnector().get(path() + "/rejected").jsonPath().getString("[0].id");
    }

    private void post(List<? extends JsonNode> drafts) {
        Api.asConnector().body(Drafts.batch(integration.id().toString(), drafts)).post("/api/events/batch").then()
                .statusCode(200).body("rejected", equalTo(0));
    }

    private String tenant() {
        return integration.tenantId();
    }

    private String path() {
        return "/api/integrations/" + integration.id();
    }
}
