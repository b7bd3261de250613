package io.painchain.backend.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class TeamResourceTest {

    private final String tenant = Api.newTenant();

    @Test
    void keepsATeam() {
        var created = create("{\"name\": \"Payments\", \"tags\": [\"billing\", \"billing\", \"checkout\"]}");
        created.then().statusCode(201).header("ETag", "\"1\"").body("tenantId", equalTo(tenant),
                "name", equalTo("Payments"), "tags", equalTo(List.of("billing", "checkout")), "version", equalTo(1),
                "createdAt", notNullValue(), "updatedAt", notNullValue());
        Api.as(tenant).get(created.header("Location")).then().statusCode(200).header("ETag", "\"1\"")
                .body("", equalTo(created.jsonPath().getMap("")));
    }

    @Test
    void listsTeamsByName() {
        create("{\"name\": \"web\"}");
        create("{\"name\": \"API\"}");
        Api.as(tenant).get("/api/teams").then().statusCode(200).body("name", equalTo(List.of("API", "web")),
                "[0].tags", equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "PUT", "PATCH" })
    void changesWhatIsSentAndLeavesTheRest(String method) {
        String id = create("{\"name\": \"a\", \"tags\": [\"x\"]}").path("id");
        Api.as(tenant).body("{\"name\": \"b\", \"id\": \"other\", \"version\": 7}").request(method, "/api/teams/" + id).then()
                .statusCode(200).header("ETag", "\"2\"").body("id", equalTo(id), "name", equalTo("b"),
                        "tags", equalTo(List.of("x")));
        Api.as(tenant).body("{\"tags\": null}").request(method, "/api/teams/" + id).then().statusCode(200)
                .body("tags", equalTo(List.of()), "version", equalTo(3));
        Api.as(tenant).body("{}").request(method, "/api/teams/" + id).then().statusCode(200).body("version", equalTo(3));
    }

    @Test
    void makesALostRaceKnown() {
        String id = create("{\"name\": \"a\"}").path("id");
        Api.as(tenant).header("If-Match", "\"1\"").body("{\"name\": \"b\"}").patch("/api/teams/" + id).then().statusCode(200);
        Api.as(tenant).header("If-Match", "\"1\"").body("{\"name\": \"c\"}").patch("/api/teams/" + id).then().statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
        Api.as(tenant).header("If-Match", "\"1\"").delete("/api/teams/" + id).then().statusCode(412);
        Api.as(tenant).header("If-Match", "1").delete("/api/teams/" + id).then().statusCode(400)
                .body("errors[0].pointer", equalTo("If-Match"));
        Api.as(tenant).header("If-Match", "\"2\"").delete("/api/teams/" + id).then().statusCode(204);
        Api.as(tenant).get("/api/teams/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                              | /name
            {"name": " "}                   | /name
            {"name": 1}                     | /name
            {"name": "a", "tags": "x"}      | /tags
            {"name": "a", "tags": ["", "x"]} | /tags/0
            {"name": "a", "tags": [null]}   | /tags/0
            {"name": "a\\u0000"}            | /name""")
    void namesAWrongField(String body, String pointer) {
        create(body).then().statusCode(400).body("type", equalTo("/problems/validation"),
                "errors.pointer", hasItem(pointer));
        String id = create("{\"name\": \"fine\"}").path("id");
        Api.as(tenant).body("[]").patch("/api/teams/" + id).then().statusCode(400);
        Api.as(tenant).body("{\"name\": null}").patch("/api/teams/" + id).then().statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void staysWithinTheTenant() {
        String id = create("{\"name\": \"ours\"}").path("id");
        var other = Api.newTenant();
        Api.as(other).get("/api/teams").then().body("size()", equalTo(0));
        Api.as(other).get("/api/teams/" + id).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        Api.as(other).body("{\"name\": \"theirs\"}").patch("/api/teams/" + id).then().statusCode(404);
        Api.as(other).delete("/api/teams/" + id).then().statusCode(404);
        Api.as(other).get("/api/events?team=" + id).then().statusCode(400);
        Api.as(tenant).get("/api/teams/" + id).then().statusCode(200).body("name", equalTo("ours"));
    }

    @Test
    void filtersEventsByAnyOfTheTagsWhereverEventsAreFiltered() {
        // Given
        post("one", "billing");
        post("two", "checkout", "other");
        post("three", "other");
        String team = create("{\"name\": \"a\", \"tags\": [\"billing\", \"checkout\"]}").path("id");
        String none = create("{\"name\": \"b\", \"tags\": []}").path("id");
        String other = create("{\"name\": \"c\", \"tags\": [\"nothing\"]}").path("id");
        // Then
        assertThat(titles("team=" + team)).containsExactlyInAnyOrder("one", "two");
        assertThat(titles("team=" + team + "&tag=other")).containsExactly("two");
        assertThat(titles("team=" + team + "&q=one")).containsExactly("one");
        assertThat(titles("team=" + none)).isEmpty();
        assertThat(titles("team=" + other + "&team=" + team)).containsExactlyInAnyOrder("one", "two");
        assertThat(titles("team=")).hasSize(3);
        Api.as(tenant).get("/api/timeline?team=" + team).then().body("total", equalTo(2));
        Api.as(tenant).get("/api/stats?team=" + team).then().body("events", equalTo(2));
        Api.as(tenant).get("/api/events/histogram?from=2026-01-31&to=2026-02-01&team=" + team).then()
                .body("bins.total.sum()", equalTo(2));
        Api.as(tenant).get("/api/events/export?format=json&team=" + team).then().body("size()", equalTo(2));
        Api.as(tenant).get("/api/events?team=nonsense").then().statusCode(400).body("errors[0].pointer", equalTo("team"));
    }

    private List<String> titles(String query) {
        return Api.as(tenant).get("/api/events?" + query).then().statusCode(200).extract().jsonPath().getList("title");
    }

    private void post(String title, String... tags) {
        var draft = Drafts.byHand(title);
        for (var tag : tags) {
            draft.withArray("tags").add(tag);
        }
        Api.as(tenant).body(draft.toString()).post("/api/events").then().statusCode(201);
    }

    private Response create(String body) {
        return Api.as(tenant).body(body).post("/api/teams");
    }
}
