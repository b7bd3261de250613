package io.painchain.backend.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class SingleEventTest {

    private final String tenant = Api.newTenant();

    @Test
    void createsAnEventAndShowsIt() {
        // Given
        var draft = """
                {"title": "Deployed 1.2", "connector": "deploy-script", "project": "acme/api",
                 "timestamp": "2026-01-31T12:00:00.123456+01:00", "unknown": 1,
                 "data": {"event_type": "deployment", "author": "mia", "url": "javascript:alert(1)", "n": 0.1}}""";
        // When
        var response = Api.as(tenant).body(draft).post("/api/events");
        // Then
        var location = response.then().statusCode(201)
                .body("outcome", equalTo("created"), "type", equalTo("deployment"), "author", equalTo("mia"),
                        "url", nullValue(), "timestamp", equalTo("2026-01-31T11:00:00.123456Z"),
                        "tenantId", equalTo(tenant), "revision", equalTo(1), "tags", nullValue())
                .extract().header("Location");
        var shown = Api.as(tenant).get(location).then().statusCode(200).extract().jsonPath();
        assertThat(shown.<Object> get("data")).isEqualTo(response.jsonPath().get("data"));
        assertThat(location).endsWith(shown.getString("id"));
        Api.as(tenant).get("/api/changes/" + shown.getString("id")).then().statusCode(200);
    }

    @Test
    void storesEveryFieldAndShowsItAlikeWhenCreatedAndWhenRead() {
        // Given
        var draft = """
                {"title": "Deployed 1.2", "connector": "script", "project": "acme/api", "type": "deployment",
                 "timestamp": "2026-01-31T12:00:00Z", "endTimestamp": "2026-01-31T12:05:00Z", "externalId": "e1",
                 "asOf": "2026-01-31T12:06:00Z", "description": "all of it", "author": "mia", "status": "success",
                 "url": "https://ci.example/1", "tags": ["prod"], "entity": "deployment:1",
                 "correlationKeys": ["commit:acme/api@1"], "data": {"n": 1}}""";
        // When
        var created = Api.as(tenant).body(draft).post("/api/events").then().statusCode(201).extract().jsonPath()
                .<String, Object> getMap("$");
        var read = Api.as(tenant).get("/api/events/" + created.get("id")).then().statusCode(200).extract().jsonPath()
                .<String, Object> getMap("$");
        // Then
        assertThat(read).containsAllEntriesOf(JsonPath.from(draft).<String, Object> getMap("$"));
        assertThat(created).containsEntry("outcome", "created").containsAllEntriesOf(read).hasSize(read.size() + 1);
    }

    @Test
    void updatesAKnownEventByWhatIsNewer() {
        // Given
        var first = post("running", "2026-01-01T00:00:10Z", "{\"a\": 1, \"b\": 2}");
        // When
        var second = post("success", "2026-01-01T00:00:20Z", "{\"b\": null, \"c\": 3}");
        var late = post("queued", "2026-01-01T00:00:05Z", "{\"a\": 9}");
        // Then
        assertThat(second.getString("outcome")).isEqualTo("updated");
        assertThat(second.getString("id")).isEqualTo(first.getString("id"));
        assertThat(second.<Object> get("data")).isEqualTo(Map.of("a", 1, "c", 3));
        assertThat(second.getInt("revision")).isEqualTo(2);
        assertThat(late.getString("outcome")).isEqualTo("outdated");
        assertThat(late.getString("status")).isEqualTo("success");
        Api.as(tenant).get("/api/events/" + first.getString("id") + "/revisions").then().statusCode(200)
                .body("size()", equalTo(1), "[0].status", equalTo("running"), "[0].revision", equalTo(1),
                        "[0].data.b", equalTo(2));
    }

    @Test
    void heedsThatAnEventWasSeenLateOnlyWhereItIsNew() {
        // Given
        post("running", "2026-01-01T00:00:10Z", "{\"a\": 1}");
        // When
        var again = post("running", "2026-01-01T00:00:20Z", "{\"a\": 1, \"seen_late\": \"2026-01-02T00:00:00Z\"}");
        var late = Api.as(tenant).body("""
                {"title": "Build", "connector": "ci", "project": "acme/api", "timestamp": "2026-01-01T00:00:00Z",
                 "externalId": "build-2", "data": {"seen_late": "2026-01-02T00:00:00Z"}}""").post("/api/events").then()
                .extract().jsonPath();
        // Then
        assertThat(again.getString("outcome")).isEqualTo("unchanged");
        assertThat(again.<Object> get("data")).isEqualTo(Map.of("a", 1));
        assertThat(late.getString("data.seen_late")).isEqualTo("2026-01-02T00:00:00Z");
    }

    @Test
    void pagesThroughRevisions() {
        // Given
        for (int second = 0; second < 5; second++) {
            post("state-" + second, "2026-01-01T00:00:0" + second + "Z", "null");
        }
        var path = "/api/events/" + post("state-4", "2026-01-01T00:00:04Z", "null").getString("id") + "/revisions";
        // When
        var first = Api.as(tenant).get(path + "?limit=3");
        var link = first.getHeader("Link");
        var second = Api.as(tenant).urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>')));
        // Then
        assertThat(first.jsonPath().<String> getList("status")).containsExactly("state-3", "state-2", "state-1");
        assertThat(second.jsonPath().<String> getList("status")).containsExactly("state-0");
        assertThat(second.getHeader("Link")).isNull();
        for (var query : List.of("limit=0", "limit=x", "cursor=x", "cursor=0")) {
            Api.as(tenant).get(path + "?" + query).then().statusCode(400)
                    .body("errors[0].pointer", equalTo(query.substring(0, query.indexOf('='))));
        }
    }

    @Test
    void namesEveryWrongField() {
        Api.as(tenant).body("{\"title\": \"\", \"connector\": \"A\", \"timestamp\": \"yesterday\"}").post("/api/events")
                .then().statusCode(400).contentType(containsString("problem+json"))
                .body("errors.pointer", equalTo(List.of("/connector", "/project", "/timestamp", "/title")));
    }

    private JsonPath post(String status, String asOf, String data) {
        return Api.as(tenant).body("""
                {"title": "Build", "connector": "ci", "project": "acme/api", "timestamp": "2026-01-01T00:00:00Z",
                 "externalId": "build-1", "status": "%s", "asOf": "%s", "data": %s}""".formatted(status, asOf, data))
                .post("/api/events").then().extract().jsonPath();
    }
}
