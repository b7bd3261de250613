package io.painchain.backend.person;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.task.PlayedConnector;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PeopleTest {

    private static final String ANN = "{\"externalId\": \"5\", \"login\": \"%s\", \"bot\": false, \"member\": true, \"groups\": [\"acme/web\"]%s}";

    PlayedConnector connector;
    String tenant;
    String id;

    @BeforeEach
    void anIntegrationWhoseConnectorTellsOfPeople() {
        connector = PlayedConnector.start();
        Api.register(connector.type, PlayedConnector.SCHEMA.replaceFirst("\\{", "{\"x-people\": true, "));
        tenant = Api.newTenant();
        id = connector.integration(tenant);
    }

    @Test
    void asksForPeopleAndShowsWhatCameOfIt() {
        // Given
        event("1", "ann");
        reading().body("supported", equalTo(true)).body("askedAt", nullValue());

        // When
        as(tenant).post("/api/integrations/" + id + "/people").then().statusCode(202).body("askedAt", notNullValue());
        as(tenant).post("/api/integrations/" + id + "/people").then().statusCode(202);
        var tasks = connector.lease().getList("");

        // Then
        assertThat(tasks).singleElement().satisfies(task -> {
            Map<?, ?> asked = (Map<?, ?>) task;
            assertThat(asked.get("kind")).isEqualTo("people");
            assertThat(asked.get("input")).isEqualTo(Map.of("authors", List.of("ann")));
            connector.result(asked.get("id"), output(true, ANN.formatted("ann", ", \"name\": \"Ann Lee\""))).statusCode(204);
        });
        reading().body("members", equalTo(1)).body("complete", equalTo(true)).body("error", nullValue())
                .body("warnings", contains("Teams cannot be read"));
        people("").body("name", contains("Ann Lee")).body("[0].accounts[0].login", equalTo("ann"))
                .body("[0].accounts[0].externalId", equalTo("5")).body("[0].accounts[0].groups", contains("acme/web"))
                .body("[0].accounts[0].member", equalTo(true));
        as(Api.newTenant()).get("/api/people").then().body("", empty());
    }

    @Test
    void knowsAnAccountByItsIdWhateverItsLoginBecomes() {
        // Given
        tell(output(true, ANN.formatted("ann", "")));
        var before = event("1", "ann");

        // When
        tell(output(true, ANN.formatted("anna", ""), account("9", "ann", false)));

        // Then
        people("").body("name", containsInAnyOrder("anna", "ann"));
        assertThat(personOf(before)).isEqualTo("anna");
        assertThat(personOf(event("2", "Anna"))).isEqualTo("anna");
        assertThat(personOf(at("3", "ann", Instant.now().toString()))).isEqualTo("ann");
    }

    @Test
    void whoLeftStays() {
        // Given
        tell(output(true, ANN.formatted("ann", ""), account("6", "bob", true)));
        var before = event("1", "ann");

        // When
        tell(output(false, account("6", "bob", true)));
        people("left=true").body("", empty());
        tell(output(true, account("6", "bob", true)));

        // Then
        people("left=true").body("name", contains("ann")).body("[0].accounts[0].leftAt", notNullValue())
                .body("[0].accounts[0].groups", empty());
        people("left=false").body("name", contains("bob"));
        assertThat(personOf(before)).isEqualTo("ann");
        tell(output(true, account("6", "bob", true), ANN.formatted("ann", "")));
        people("left=true").body("", empty());
    }

    @Test
    void somebodySaysWhoAnUnknownAuthorIs() {
        // Given
        tell(output(true, ANN.formatted("ann", "")));
        var person = people("").extract().<String> path("[0].id");
        var unknown = event("1", "Ann L.");
        as(tenant).get("/api/people/authors").then().body("author", contains("Ann L."))
                .body("connector", contains(connector.type));

        // When
        author("\"author\": \"Ann L.\", \"personId\": \"%s\"".formatted(person)).statusCode(204);

        // Then
        as(tenant).get("/api/people/authors").then().body("", empty());
        as(tenant).get("/api/people/events?event=" + unknown).then().body("name", contains("ann"))
                .body("known", contains("hand"));
        as(tenant).delete("/api/people/authors?connector=%s&author=ann l.".formatted(connector.type)).then().statusCode(204);
        as(tenant).get("/api/people/authors").then().body("", hasSize(1));
        author("\"author\": \"Ann L.\", \"personId\": \"" + id + "\"").statusCode(400);
        as(tenant).delete("/api/people/authors?connector=x").then().statusCode(404);
    }

    @Test
    void anAccountThatIsFoundLaterIsWhomSomebodySaidItIs() {
        author("\"author\": \"robo\", \"name\": \"The deploy bot\", \"bot\": true").statusCode(204);

        tell(output(true, account("7", "robo", false)));

        people("").body("name", contains("The deploy bot")).body("[0].accounts[0].externalId", equalTo("7"))
                .body("[0].bot", equalTo(true));
    }

    @Test
    void peopleAreNamedMarkedMergedAndSeparated() {
        // Given
        tell(output(true, ANN.formatted("ann", ""), account("6", "ann-at-work", true)));
        var ann = people("q=ann&perPage=1").extract().<String> path("[0].id");
        var work = people("q=AT-work").extract().<String> path("[0].id");

        // When, Then
        as(tenant).body("{\"name\": \"Ann Lee\", \"bot\": true}").patch("/api/people/" + ann).then().statusCode(200)
                .body("named", equalTo(true)).body("bot", equalTo(true));
        as(tenant).body("{\"personId\": \"%s\"}".formatted(work)).post("/api/people/" + ann + "/merge").then().statusCode(200)
                .body("accounts", hasSize(2));
        people("").body("name", contains("Ann Lee"));
        as(tenant).get("/api/people/" + work).then().statusCode(404);
        tell(output(true, ANN.formatted("ann", ", \"name\": \"A. Lee\""), account("6", "ann-at-work", true)));
        people("").body("name", contains("Ann Lee")).body("[0].accounts", hasSize(2));

        var account = people("").extract().<String> path("[0].accounts[1].id");
        as(tenant).delete("/api/people/" + ann + "/accounts/" + account).then().statusCode(200)
                .body("name", equalTo("ann-at-work")).body("bot", equalTo(false));
        as(tenant).delete("/api/people/" + ann + "/accounts/" + account).then().statusCode(404);
        as(tenant).body("{\"personId\": \"%s\"}".formatted(ann)).post("/api/people/" + ann + "/merge").then().statusCode(400);
        as(Api.newTenant()).body("{\"name\": \"x\"}").patch("/api/people/" + ann).then().statusCode(404);
        as(tenant).get("/api/audit?kind=person").then().body("action", hasItem("mergePerson"));
    }

    @Test
    void saysWhyNothingWasTold() {
        as(tenant).post("/api/integrations/" + id + "/people");
        connector.result(connector.lease().getString("[0].id"), "{\"ok\": false, \"error\": \"The token has expired\"}");
        reading().body("error", equalTo("The token has expired")).body("readAt", nullValue());

        as(tenant).post("/api/integrations/" + id + "/people");
        connector.result(connector.lease().getString("[0].id"), "{\"ok\": true, \"output\": {\"accounts\": [{}]}}")
                .statusCode(204);
        reading().body("error", org.hamcrest.Matchers.startsWith("The connector's answer is unreadable: /"));
    }

    @Test
    void asksNoConnectorThatTellsOfNone() {
        var silent = PlayedConnector.start();
        var other = silent.integration(tenant);

        as(tenant).post("/api/integrations/" + other + "/people").then().statusCode(409);
        as(tenant).get("/api/integrations/" + other + "/people").then().body("supported", equalTo(false));
    }

    private static String account(String externalId, String login, boolean member) {
        return "{\"externalId\": \"%s\", \"login\": \"%s\", \"bot\": false, \"member\": %s}".formatted(externalId, login,
                member);
    }

    private static String output(boolean complete, String... accounts) {
        return """
                {"ok": true, "output": {"realm": "git.example", "complete": %s, "warnings": ["Teams cannot be read"],
                 "accounts": [%s]}}""".formatted(complete, String.join(", ", accounts));
    }

    private void tell(String output) {
        as(tenant).post("/api/integrations/" + id + "/people").then().statusCode(202);
        connector.result(connector.lease().getString("[0].id"), output).statusCode(204);
    }

    private ValidatableResponse reading() {
        return as(tenant).get("/api/integrations/" + id + "/people").then().statusCode(200);
    }

    private ValidatableResponse people(String query) {
        return as(tenant).get("/api/people" + (query.isEmpty() ? "" : "?" + query)).then().statusCode(200);
    }

    private ValidatableResponse author(String fields) {
        return as(tenant).body("{\"connector\": \"%s\", %s}".formatted(connector.type, fields)).put("/api/people/authors")
                .then();
    }

    /** Of a time before anybody was known. */
    private String event(String externalId, String author) {
        return at(externalId, author, "2026-11-20T10:00:00Z");
    }

    private String at(String externalId, String author, String timestamp) {
        return asConnector().body("""
                {"integrationId": "%s", "events": [{"title": "A change", "connector": "%s", "project": "acme/api",
                 "timestamp": "%s", "externalId": "%s", "asOf": "%s", "author": "%s"}]}
                """.formatted(id, connector.type, timestamp, externalId, timestamp, author)).post("/api/events/batch").then()
                .statusCode(200).extract().path("items[0].id");
    }

    private String personOf(String event) {
        return as(tenant).get("/api/people/events?event=" + event).then().statusCode(200).extract().path("[0].name");
    }
}
