package io.painchain.backend.ownevent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.KeysMode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(KeysMode.class)
class OwnEventsTest {

    private final String owner = Keys.create(Api.newTenant(), "owner");

    @Test
    void changesOfPainChainAppearInTheTimeline() {
        // Given
        Api.register("own", "{\"type\": \"object\", \"properties\": {\"note\": {\"type\": \"string\"}}}");

        // When
        var id = Keys.with(owner).body("{\"type\": \"own\", \"name\": \"acme\", \"config\": {\"note\": \"one\"}}")
                .post("/api/integrations").then().statusCode(201).extract().<String> path("id");
        Keys.with(owner).body("{\"config\": {\"note\": \"private words\"}}").patch("/api/integrations/" + id);
        Keys.with(owner).body("{\"name\": \"acme\"}").patch("/api/integrations/" + id);
        report(id, "error", "The token is not valid.", 1);
        report(id, "error", "The token is not valid.", 2);
        report(id, "ok", null, 3);
        var key = Keys.with(owner).body("{\"name\": \"ann\", \"role\": \"viewer\"}").post("/api/keys").then().extract()
                .<String> path("stored.id");
        Keys.with(owner).delete("/api/keys/" + key).then().statusCode(204);

        // Then
        var events = Keys.with(owner).get("/api/events?connector=painchain");
        assertThat(events.jsonPath().getList("type")).containsExactlyInAnyOrder("KeyRevoked", "KeyCreated", "SyncRecovered",
                "SyncFailed", "ConfigChanged", "ConnectorCreated");
        events.then().body("find { it.type == 'ConfigChanged' }.data.changed_fields", contains("config.note"),
                "find { it.type == 'ConfigChanged' }.title", equalTo("[PainChain] Integration acme changed"),
                "find { it.type == 'ConfigChanged' }.author", equalTo("a owner"),
                "find { it.type == 'SyncFailed' }.data.error", equalTo("The token is not valid."),
                "find { it.type == 'KeyRevoked' }.project", equalTo("ann"));
        assertThat(events.asString()).doesNotContain("private words", "pck_");
        Keys.with(owner).get("/api/events?entity=integration:" + id).then().body("size()", equalTo(4));
    }

    @Test
    void isRegisteredAsAnyConnectorIsAndTakesNoIntegrations() {
        Keys.with(owner).get("/api/connectors/metadata/painchain").then().statusCode(200)
                .body("displayName", equalTo("PainChain"), "eventTypes.SyncFailed.displayName",
                        equalTo("Synchronisation fails"));
        Keys.with(owner).body("{\"type\": \"painchain\", \"name\": \"x\", \"config\": {}}").post("/api/integrations").then()
                .statusCode(400);
    }

    @Test
    void nobodyElseWritesUnderItsName() {
        var draft = "{\"title\": \"t\", \"connector\": \"painchain\", \"project\": \"p\", \"timestamp\": \"2026-01-31T12:00:00Z\"}";

        Keys.with(owner).body(draft).post("/api/events").then().statusCode(403).contentType("application/problem+json")
                .body("detail", equalTo("The connector must not be painchain: under that PainChain tells of itself."));
        Keys.with(owner).body("{\"events\": [%s]}".formatted(draft)).post("/api/events/batch").then().statusCode(200)
                .body("items[0].outcome", equalTo("rejected"));
        Api.asConnector().body("{\"id\": \"painchain\", \"displayName\": \"Mine\", \"configSchema\": {\"type\": \"object\"}}")
                .put("/api/connectors/painchain").then().statusCode(403);
        Keys.with(owner).get("/api/events?connector=painchain").then().body("size()", equalTo(0));
    }

    private static void report(String id, String status, String error, int minute) {
        given().contentType("application/json").header("Authorization", "Bearer " + Api.CONNECTOR_KEY).body("""
                {"startedAt": "2026-01-31T12:0%d:00Z", "finishedAt": "2026-01-31T12:0%d:30Z", "status": "%s", "error": %s}"""
                .formatted(minute, minute, status, error == null ? "null" : "\"" + error + "\""))
                .put("/api/integrations/" + id + "/sync").then().statusCode(204);
    }
}
