package io.painchain.backend.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.Api;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.StoredIntegrations;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class EventBatchTest {

    private static final String CHECKPOINT = "[{\"key\": \"acme/api\", \"version\": 0, \"value\": {\"until\": \"now\"}}]";

    private final StoredIntegrations integrations;
    private IntegrationReference integration;

    EventBatchTest(StoredIntegrations integrations) {
        this.integrations = integrations;
    }

    @BeforeEach
    void storesAnIntegration() {
        integration = integrations.any();
    }

    @Test
    void tellsWhatBecameOfEachDraft() {
        // Given
        post(List.of(Drafts.draft("known"), Drafts.draft("newer"), Drafts.draft("older")));
        // When
        var answer = post(List.of(Drafts.draft("fresh"), Drafts.draft("known"),
                Drafts.draft("newer").put("status", "failure").put("asOf", "2026-01-31T13:00:00Z"),
                Drafts.draft("older").put("status", "queued").put("asOf", "2026-01-31T11:00:00Z"),
                Drafts.draft("bad").put("url", "javascript:alert(1)")));
        // Then
        answer.statusCode(200)
                .body("created", equalTo(1), "unchanged", equalTo(1), "updated", equalTo(1), "outdated", equalTo(1),
                        "rejected", equalTo(1),
                        "items.outcome", equalTo(List.of("created", "unchanged", "updated", "outdated", "rejected")),
                        "items.index", equalTo(List.of(0, 1, 2, 3, 4)),
                        "items[4].id", nullValue(), "items[4].errors[0].pointer", equalTo("/url"));
    }

    @Test
    void acceptsTheSameBatchTwice() {
        // Given
        var batch = List.of(Drafts.draft("a"), Drafts.draft("b"));
        var first = post(batch).extract().jsonPath();
        // When
        var second = post(batch).extract().jsonPath();
        // Then
        assertThat(second.getInt("unchanged")).isEqualTo(2);
        assertThat(second.getList("items.id")).isEqualTo(first.getList("items.id"));
    }

    @Test
    void takesTheNewestOfAnIdentityThatComesTwice() {
        // When
        var answer = post(List.of(Drafts.draft("x").put("status", "queued").put("asOf", "2026-01-31T10:00:00Z"),
                Drafts.draft("x").put("status", "success").put("asOf", "2026-01-31T12:00:00Z"),
                Drafts.draft("x").put("status", "running").put("asOf", "2026-01-31T11:00:00Z"))).extract().jsonPath();
        // Then
        assertThat(answer.getList("items.outcome")).containsExactly("created", "created", "created");
        assertThat(answer.getList("items.id")).containsOnly(answer.<Object> get("items[0].id"));
        assertThat(list().getList("status")).containsExactly("success");
    }

    @Test
    void keepsARefusedDraftRawAndPassesItsCheckpoint() {
        // When
        var answer = post(Drafts.batch(id(), List.of(Drafts.json("{\"title\": 1, \"secret\": [\"raw\"]}"),
                Drafts.json("null"), Drafts.json("[1]"), Drafts.draft("good")), CHECKPOINT));
        // Then
        answer.statusCode(200).body("rejected", equalTo(3), "created", equalTo(1),
                "checkpoints[0].outcome", equalTo("stored"), "checkpoints[0].version", equalTo(1));
        Api.asConnector().get("/api/integrations/" + id() + "/rejected").then().statusCode(200)
                .body("size()", equalTo(3), "raw", hasItem(Map.of("title", 1, "secret", List.of("raw"))));
    }

    @Test
    void refusesAnUnreadableEnvelopeWholeAndKeepsTheCheckpoints() {
        // Given
        var events = List.of(Drafts.draft("whole"));
        // When
        var tooManyEvents = Collections.nCopies(1_001, Drafts.draft("x"));
        var badCheckpoint = CHECKPOINT.replace("\"key\": \"acme/api\", ", "");
        var largeCheckpoint = CHECKPOINT.replace("now", "x".repeat(65_536));
        // Then
        post(Drafts.batch(id(), events, badCheckpoint)).statusCode(400)
                .body("errors.pointer", equalTo(List.of("/checkpoints/0/key")));
        post(Drafts.batch(id(), events, largeCheckpoint)).statusCode(400)
                .body("errors.pointer", equalTo(List.of("/checkpoints/0/value")));
        post(Drafts.batch(id(), tooManyEvents, CHECKPOINT)).statusCode(413).body("type", equalTo("/problems/too-large"));
        post("{\"integrationId\": \"" + id() + "\", \"events\": {}}").statusCode(400)
                .body("errors.pointer", equalTo(List.of("/events")));
        post("{\"integrationId\": \"" + id() + "\"}").statusCode(400).body("errors.pointer", equalTo(List.of("/events")));
        post("{\"integrationId\": \"" + id() + "\", \"events\": [").statusCode(400)
                .body("type", equalTo("/problems/malformed-json"));
        assertThat(list().getList("")).isEmpty();
        Api.asConnector().get("/api/integrations/" + id() + "/checkpoints").then().statusCode(200).body("size()", equalTo(0));
    }

    @Test
    void takesABatchOfAThousandEvents() {
        var events = new ArrayList<JsonNode>();
        for (int i = 0; i < 1_000; i++) {
            events.add(Drafts.draft("e" + i));
        }
        post(events).statusCode(200).body("created", equalTo(1_000));
    }

    @Test
    void storesTheEventsThoughAnotherWroteTheCheckpoint() {
        // Given
        post(Drafts.batch(id(), List.of(), CHECKPOINT)).statusCode(200);
        // When
        var answer = post(Drafts.batch(id(), List.of(Drafts.draft("e")), CHECKPOINT.replace("now", "later")));
        // Then
        answer.statusCode(200).body("created", equalTo(1), "checkpoints[0].outcome", equalTo("stale"),
                "checkpoints[0].version", equalTo(1), "checkpoints[0].value.until", equalTo("now"));
    }

    @Test
    void refusesABodyBeyond8MiBHoweverItIsSent() {
        var padding = "x".repeat(100_000);
        var events = new ArrayList<JsonNode>();
        for (int i = 0; i < 85; i++) {
            events.add(Drafts.draft("e" + i).put("unknown", padding));
        }
        var body = Drafts.batch(id(), events);
        assertThat(body.length()).isBetween(8 * 1024 * 1024, 9 * 1024 * 1024);
        // as one, and in chunks of unknown length
        post(body).statusCode(413).contentType(containsString("problem+json")).body("type", equalTo("/problems/too-large"));
        post(body + " ".repeat(2 * 1024 * 1024)).statusCode(413).contentType(containsString("problem+json"));
        Api.asConnector().body(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))).post("/api/events/batch")
                .then().statusCode(413).contentType(containsString("problem+json"));
    }

    @Test
    void demandsOfAConnectorWhatMakesADraftRepeatable() {
        var draft = Drafts.draft("x");
        draft.remove(List.of("externalId", "asOf"));
        post(List.of(draft)).statusCode(200).body("items[0].errors.pointer", equalTo(List.of("/asOf", "/externalId")));
        Api.asConnector().body(draft.toString()).post("/api/events").then().statusCode(400)
                .body("errors.pointer", equalTo(List.of("/asOf", "/externalId", "/integrationId")));
        Api.asConnector().body(Drafts.batch(null, List.of())).post("/api/events/batch").then().statusCode(400)
                .body("errors.pointer", equalTo(List.of("/integrationId")));
    }

    @Test
    void refusesADraftOfAnotherIntegration() {
        var other = integrations.of(integration.tenantId());
        post(List.of(Drafts.draft("mine").put("integrationId", id()),
                Drafts.draft("theirs").put("integrationId", other.id().toString())))
                .body("items.outcome", equalTo(List.of("created", "rejected")),
                        "items[1].errors[0].pointer", equalTo("/integrationId"));
    }

    @Test
    void takesTheTenantFromTheIntegration() {
        post(List.of(Drafts.draft("e"))).statusCode(200);
        assertThat(list().getString("[0].tenantId")).isEqualTo(integration.tenantId());
        assertThat(list().getString("[0].integrationName")).isEqualTo(integration.name());
        Api.asConnector().header("x-tenant-id", "another").body(Drafts.batch(id(), List.of())).post("/api/events/batch")
                .then().statusCode(404);
        Api.as("another").body(Drafts.batch(id(), List.of())).post("/api/events/batch").then().statusCode(404);
        Api.as("another").body(Drafts.draft("e").put("integrationId", id()).toString()).post("/api/events")
                .then().statusCode(404);
    }

    @Test
    void takesEventsButNoCheckpointsFromAUser() {
        Api.as(integration.tenantId()).body(Drafts.batch(id(), List.of(Drafts.byHand("by hand"))))
                .post("/api/events/batch").then().statusCode(200).body("created", equalTo(1));
        Api.as(integration.tenantId()).body(Drafts.batch(id(), List.of(), CHECKPOINT)).post("/api/events/batch")
                .then().statusCode(401);
        Api.as(integration.tenantId()).header("Authorization", "Bearer wrong").body("{}").post("/api/events/batch")
                .then().statusCode(401);
    }

    @Test
    void addsTheIntegrationsTagsAtFirstIngestOnly() {
        // Given
        var draft = Drafts.draft("tagged");
        draft.putArray("tags").add("critical").add("backend");
        post(List.of(draft));
        // When
        draft.putArray("tags").add("other");
        var again = post(List.of(draft.put("asOf", "2026-01-31T13:00:00Z")));
        var changed = post(List.of(draft.put("asOf", "2026-01-31T14:00:00Z").put("status", "failure")));
        // Then
        again.body("items[0].outcome", equalTo("unchanged"));
        changed.body("items[0].outcome", equalTo("updated"));
        assertThat(list().getList("[0].tags")).containsExactly("critical", "backend");
    }

    @Test
    void keepsAtMost50Tags() {
        var draft = Drafts.draft("many");
        for (int i = 0; i < 50; i++) {
            draft.withArray("tags").add("t" + i);
        }
        post(List.of(draft)).body("created", equalTo(1));
        assertThat(list().getList("[0].tags")).hasSize(50).doesNotContain("backend");
    }

    @Test
    void keepsNewerDataWhereBothWouldBeTooLarge() {
        // Given
        var rich = Drafts.draft("large");
        rich.putObject("data").put("a", "x".repeat(65_000)).put("thin", 1);
        var other = Drafts.draft("large").put("asOf", "2026-01-31T13:00:00Z");
        other.putObject("data").put("b", "y".repeat(65_000));
        var third = Drafts.draft("large").put("asOf", "2026-01-31T14:00:00Z");
        third.putObject("data").put("c", "z".repeat(65_000));
        // When
        post(List.of(rich));
        post(List.of(other)).body("items[0].outcome", equalTo("updated"));
        post(List.of(third)).body("items[0].outcome", equalTo("updated"));
        // Then
        assertThat(list().getMap("[0].data").keySet()).isEqualTo(Set.of("c"));
        Api.as(integration.tenantId()).get("/api/events/" + list().getString("[0].id") + "/revisions").then()
                .body("data.collect { it.keySet().sort().join() }", equalTo(List.of("abthin", "athin")));
    }

    private String id() {
        return integration.id().toString();
    }

    private ValidatableResponse post(List<? extends JsonNode> events) {
        return post(Drafts.batch(id(), events));
    }

    private ValidatableResponse post(String batch) {
        return Api.asConnector().body(batch).post("/api/events/batch").then();
    }

    private JsonPath list() {
        return Api.as(integration.tenantId()).get("/api/events").then().statusCode(200).extract().jsonPath();
    }
}
