package io.painchain.backend.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ExportTest {

    /** More than a page, and at that a page that is full to the last event. */
    private static final int EVENTS = 2 * EventExport.PAGE;

    private static final String TENANT = Api.newTenant();
    private static boolean stored;

    @BeforeEach
    void storesEvents() {
        if (stored) {
            return;
        }
        stored = true;
        var events = new ArrayList<JsonNode>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(Drafts.byHand("event " + i).put("type", i % 2 == 0 ? "even" : "odd")
                    .put("timestamp", "2026-01-01T00:%02d:%02dZ".formatted(i / 60, i % 60)));
        }
        Api.as(TENANT).body(Drafts.batch(null, events)).post("/api/events/batch").then().body("created", equalTo(EVENTS));
    }

    @ParameterizedTest
    @CsvSource({ "csv,text/csv", "json,application/json", "ndjson,application/x-ndjson" })
    void offersAFileWithAName(String format, String type) {
        var answer = Api.as(TENANT).get("/api/events/export?limit=1&format=" + format).then().statusCode(200)
                .header("Content-Disposition",
                        matchesPattern("attachment; filename=\"painchain-events-\\d{8}T\\d{6}Z\\." + format + "\""));
        assertThat(answer.extract().header("Content-Type")).startsWith(type);
    }

    @Test
    void holdsEachEventOnceNewestFirstAsJson() {
        var exported = Api.as(TENANT).get("/api/events/export?format=json").jsonPath();
        var listed = Api.as(TENANT).get("/api/events?limit=500").jsonPath();
        assertThat(exported.<Object> getList("")).hasSize(EVENTS).isEqualTo(listed.getList(""));
    }

    @Test
    void holdsEachEventOnALineOfItsOwn() {
        var lines = Api.as(TENANT).get("/api/events/export?format=ndjson").asString().lines().toList();
        assertThat(lines).hasSize(EVENTS).doesNotHaveDuplicates();
        assertThat(lines.get(0)).startsWith("{").endsWith("}");
        assertThat(Drafts.json(lines.get(0)).get("title").textValue()).isEqualTo("event " + (EVENTS - 1));
    }

    @Test
    void holdsEachEventAsARowBelowTheNamesOfTheColumns() {
        var rows = Api.as(TENANT).get("/api/events/export").asString().split("\r\n");
        assertThat(rows).hasSize(1 + EVENTS);
        assertThat(rows[0]).startsWith("\uFEFF\"id\",\"timestamp\"");
        assertThat(rows[1]).contains("\"event " + (EVENTS - 1) + "\"");
    }

    @Test
    void opensRightInASpreadsheetWhateverItsLetters() {
        // Given
        var tenant = Api.newTenant();
        var title = "[Workflow] ✗ déploiement 😀 - main";
        Api.as(tenant).body(Drafts.byHand(title).toString()).post("/api/events").then().statusCode(201);
        // When
        var file = Api.as(tenant).get("/api/events/export?format=csv").asByteArray();
        // Then
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\"" + title + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "type=odd", "type=odd&from=2026-01-01", "q=event&type=odd", "q=event -even&type=odd" })
    void holdsWhatPassesTheFilter(String filter) {
        var titles = Api.as(TENANT).get("/api/events/export?format=json&" + filter).jsonPath().<String> getList("title");
        assertThat(titles).hasSize(EVENTS / 2).startsWith("event " + (EVENTS - 1)).endsWith("event 1");
    }

    @Test
    void isWholeWithoutAnyEvent() {
        var other = Api.newTenant();
        assertThat(Api.as(other).get("/api/events/export?format=json").jsonPath().getList("")).isEmpty();
        assertThat(Api.as(other).get("/api/events/export?format=ndjson").then().statusCode(200).extract().asString()).isEmpty();
        assertThat(Api.as(other).get("/api/events/export?format=csv").asString().lines()).hasSize(1);
    }

    @Test
    void showsTheNamesOfIntegrations() {
        // Given
        Api.register("exported", "{\"type\": \"object\"}");
        var tenant = Api.newTenant();
        String integration = Api.create(tenant, "{\"type\": \"exported\", \"name\": \"Ours\", \"config\": {}}").path("id");
        Api.as(tenant).body(Drafts.byHand("x").put("integrationId", integration).toString()).post("/api/events").then()
                .statusCode(201);
        // Then
        Api.as(tenant).get("/api/events/export?format=json").then().body("[0].integrationName", equalTo("Ours"));
    }

    @Test
    void namesAWrongParameter() {
        Api.as(TENANT).get("/api/events/export?format=xml").then().statusCode(400)
                .contentType("application/problem+json").body("errors[0].pointer", equalTo("format"));
        Api.as(TENANT).get("/api/events/export?from=x").then().statusCode(400).body("errors[0].pointer", equalTo("from"));
    }

    @Test
    void takesWhateverTypeTheCallerAccepts() {
        for (var type : List.of("text/csv", "application/json", "*/*", "text/html,*/*;q=0.8")) {
            Api.as(TENANT).accept(type).get("/api/events/export?type=none").then().statusCode(200);
        }
    }
}
