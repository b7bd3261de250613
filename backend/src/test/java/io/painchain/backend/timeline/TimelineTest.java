package io.painchain.backend.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class TimelineTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private static final String TENANT = Api.newTenant();
    private static boolean stored;

    @BeforeEach
    void storesSomeEvents() {
        if (stored) {
            return;
        }
        stored = true;
        post(event("push", "2026-01-01T00:00:00Z").put("author", "mia").put("project", "acme/web"), "backend", "critical");
        post(event("release", "2026-01-02T00:00:00Z").put("author", "ole").put("entity", "release:v1.2")
                .put("description", "Ships v1.2 of the acme login page"), "backend");
        post(event("run", "2026-01-03T00:00:00Z").put("status", "failure").put("endTimestamp", "2026-01-03T06:00:00Z")
                .set("correlationKeys", Drafts.json("[\"commit:acme/api@" + SHA + "\"]")));
        post(event("outage", "2025-12-01T00:00:00Z").put("connector", "pager").put("endTimestamp", "2026-01-10T00:00:00Z"));
        post(event("deploy", "2026-01-04T12:00:00.000001Z").put("type", "deployment").put("status", "success"), "critical");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                     | deploy run release push outage
            connector=pager                          | outage
            connector=pager&connector=ci&limit=2     | deploy run
            type=deployment                          | deploy
            type=deployment&type=nothing             | deploy
            project=acme/web                         | push
            author=mia&author=ole                    | release push
            author=nobody                            |
            status=failure                           | run
            entity=release:v1.2                      | release
            tag=critical                             | deploy push
            tag=critical&tag=backend                 | push
            tag=nothing                              |
            key=commit:acme/api@0123456789abcdef0123456789abcdef01234567 | run
            connector=&tag=&q=                       | deploy run release push outage
            integrationId=019c1234-0000-7000-8000-000000000000 |
            from=2026-01-03                          | deploy run outage
            from=2026-01-03T06:00:00Z                | deploy run outage
            from=2026-01-03T06:00:00.000001Z         | deploy outage
            from=2026-01-03T07:00:00+01:00           | deploy run outage
            to=2026-01-02                            | push outage
            startDate=2026-01-01&endDate=2026-01-02  | push outage
            from=2026-01-11                          |
            from=2026-01-09&connector=pager          | outage
            from=2026-01-02&to=2026-01-04&tag=backend | release
            q=login                                  | release
            q=log                                    | release
            q=acme web                               | push
            q=acme/web                               | push
            q=web acme                               | push
            q="web acme"                             |
            q="acme login"                           | release
            q=v1.2                                   | release
            q=acme -web                              | deploy run release outage
            q=critical                               | deploy push
            q=mia                                    | push
            q=0123456                                | run
            q=0123456789ABCDEF                       | run
            q=-acme                                  |
            q=nothing                                |
            q=acme&tag=backend&limit=1               | release
            offset=1&limit=2                         | run release
            q=acme&offset=3                          | push outage
            offset=5                                 |
            unknown=1                                | deploy run release push outage""")
    void showsWhatPassesTheFilter(String query, String titles) {
        var request = Api.as(TENANT).urlEncodingEnabled(true);
        for (var parameter : (query == null ? "" : query).split("&")) {
            if (!parameter.isEmpty()) {
                request = request.queryParam(parameter.split("=", 2)[0], parameter.split("=", 2)[1]);
            }
        }
        var events = request.get("/api/events").then().statusCode(200).extract().jsonPath();
        assertThat(String.join(" ", events.<String> getList("title"))).isEqualTo(titles == null ? "" : titles);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0                              | limit
            limit=-1                             | limit
            limit=501                            | limit
            limit=x                              | limit
            limit=99999999999                    | limit
            offset=-1                            | offset
            offset=10001                         | offset
            offset=x                             | offset
            cursor=nonsense                      | cursor
            cursor=%25%25                        | cursor
            from=yesterday                       | from
            from=2026-13-01                      | from
            from=2026-01-01T00:00:00             | from
            to=10000-01-01                       | to
            startDate=1                          | startDate
            endDate=1                            | endDate
            from=2026-01-01&startDate=2026-01-01 | startDate
            from=2026-01-02&to=2026-01-01        | to
            project=%00                          | project
            key=a%00b                            | key
            integrationId=x                      | integrationId""")
    void namesAWrongParameter(String query, String parameter) {
        for (var path : List.of("/api/events", "/api/timeline")) {
            refused(path + "?" + query, parameter);
        }
    }

    @Test
    void namesAllWrongParametersAtOnce() {
        Api.as(TENANT).get("/api/events?limit=0&offset=x&from=y").then().statusCode(400)
                .body("errors.pointer", equalTo(List.of("from", "limit", "offset")));
    }

    @Test
    void refusesMoreThanAHundredValuesOfOneParameter() {
        refused("/api/events?" + "tag=x&".repeat(101), "tag");
        refused("/api/events?q=" + "x".repeat(1_001), "q");
    }

    @Test
    void pagesThroughAllByTheLinkAlthoughNewEventsArrive() {
        // Given
        var tenant = Api.newTenant();
        for (int i = 0; i < 7; i++) {
            Api.as(tenant).body(event("e" + i, "2026-01-01T00:00:00Z").toString()).post("/api/events");
        }
        var all = Api.as(tenant).get("/api/events").jsonPath().<String> getList("id");
        // When
        var first = Api.as(tenant).get("/api/events?limit=3&type=change");
        Api.as(tenant).body(event("new", "2026-02-01T00:00:00Z").toString()).post("/api/events");
        var second = Api.as(tenant).urlEncodingEnabled(false).get(next(first.getHeader("Link")));
        var third = Api.as(tenant).urlEncodingEnabled(false).get(next(second.getHeader("Link")));
        // Then
        var seen = new ArrayList<String>(first.jsonPath().getList("id"));
        seen.addAll(second.jsonPath().getList("id"));
        seen.addAll(third.jsonPath().getList("id"));
        assertThat(seen).isEqualTo(all);
        assertThat(third.getHeader("Link")).isNull();
        assertThat(next(first.getHeader("Link"))).startsWith("/api/events?").contains("limit=3").contains("type=change");
    }

    @Test
    void takesACursorOnlyWithItsFilterAndTenant() {
        // Given
        var cursor = Api.as(TENANT).get("/api/timeline?limit=1&type=change").jsonPath().getString("nextCursor");
        // Then
        Api.as(TENANT).get("/api/timeline?limit=2&type=change&cursor=" + cursor).then().statusCode(200)
                .body("events.size()", equalTo(2));
        refused("/api/timeline?limit=1&cursor=" + cursor, "cursor");
        refused("/api/timeline?limit=1&type=push&cursor=" + cursor, "cursor");
        refused("/api/timeline?type=change&cursor=" + cursor.substring(1), "cursor");
        refused("/api/timeline?type=change&offset=1&cursor=" + cursor, "offset");
        Api.as(Api.newTenant()).get("/api/timeline?type=change&cursor=" + cursor).then().statusCode(400);
    }

    @Test
    void countsWhatPassesTheFilter() {
        Api.as(TENANT).get("/api/timeline?limit=1&tag=critical").then().statusCode(200)
                .body("events.size()", equalTo(1), "total", equalTo(2), "totalExact", equalTo(true));
        Api.as(TENANT).get("/api/timeline?from=2026-01-03T06:00:00Z&q=acme").then().body("total", equalTo(3));
        Api.as(TENANT).get("/api/v1/timeline").then().body("total", equalTo(5), "nextCursor", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/events", "/api/changes", "/api/v1/events", "/api/v1/changes" })
    void answersUnderEachName(String path) {
        Api.as(TENANT).get(path + "?limit=1").then().statusCode(200).body("size()", equalTo(1));
    }

    @Test
    void listsProjectsAndTagsWithTheirLastEvents() {
        Api.as(TENANT).get("/api/projects").then().statusCode(200)
                .body("project", equalTo(List.of("acme/api", "acme/api", "acme/web")),
                        "connector", equalTo(List.of("ci", "pager", "ci")),
                        "lastEvent", equalTo(List.of("2026-01-04T12:00:00.000001Z", "2025-12-01T00:00:00Z",
                                "2026-01-01T00:00:00Z")));
        Api.as(TENANT).get("/api/tags").then().statusCode(200)
                .body("tag", equalTo(List.of("backend", "critical")),
                        "lastEvent", equalTo(List.of("2026-01-02T00:00:00Z", "2026-01-04T12:00:00.000001Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/projects", "/api/tags" })
    void pagesThroughNames(String path) {
        var all = Api.as(TENANT).get(path).jsonPath().getList("");
        var first = Api.as(TENANT).get(path + "?limit=1");
        var second = Api.as(TENANT).urlEncodingEnabled(false).get(next(first.getHeader("Link")));
        assertThat(first.jsonPath().getList("")).isEqualTo(all.subList(0, 1));
        assertThat(second.jsonPath().getList("")).isEqualTo(all.subList(1, 2));
        refused(path + "?limit=0", "limit");
        refused(path + "?cursor=%2F", "cursor");
        refused(path + "?cursor=AAA", "cursor");
    }

    @Test
    void sumsUpAWindow() {
        Api.as(TENANT).get("/api/stats?from=2026-01-02&to=2026-01-05").then().statusCode(200)
                .body("events", equalTo(4), "byConnector", equalTo(Map.of("ci", 3, "pager", 1)),
                        "byType", equalTo(Map.of("change", 3, "deployment", 1)),
                        "byStatus", equalTo(Map.of("failure", 1, "success", 1)), "integrations", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/events", "/api/projects", "/api/tags" })
    void showsNothingToAnotherTenant(String path) {
        for (var request : List.of(Api.as(Api.newTenant()), Api.as(TENANT.toUpperCase()))) {
            request.get(path).then().statusCode(200).body("size()", equalTo(0));
        }
    }

    @Test
    void countsNothingForAnotherTenant() {
        var other = Api.newTenant();
        Api.as(other).get("/api/timeline?q=acme").then().body("total", equalTo(0), "events.size()", equalTo(0));
        Api.as(other).get("/api/stats").then().body("events", equalTo(0), "byType.size()", equalTo(0));
        var id = Api.as(TENANT).get("/api/events?limit=1").jsonPath().getString("[0].id");
        Api.as(other).get("/api/events/" + id).then().statusCode(404);
        Api.as(other).get("/api/events/" + id + "/revisions").then().statusCode(404);
        Api.as(TENANT).get("/api/events/" + id).then().statusCode(200);
    }

    private static ObjectNode event(String title, String timestamp) {
        return Drafts.byHand(title).put("connector", "ci").put("timestamp", timestamp);
    }

    private static void post(ObjectNode draft, String... tags) {
        for (var tag : tags) {
            draft.withArray("tags").add(tag);
        }
        Api.as(TENANT).body(draft.toString()).post("/api/events").then().statusCode(201);
    }

    private static ValidatableResponse refused(String path, String parameter) {
        return Api.as(TENANT).urlEncodingEnabled(false).get(path).then().statusCode(400)
                .body("type", equalTo("/problems/validation"), "errors[0].pointer", equalTo(parameter));
    }

    private static String next(String link) {
        assertThat(link).endsWith(">; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }
}
