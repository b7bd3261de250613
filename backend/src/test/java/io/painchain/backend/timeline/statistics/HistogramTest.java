package io.painchain.backend.timeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class HistogramTest {

    private final String tenant = Api.newTenant();

    @Test
    void countsWhatBeganInEachBinOfTheWindow() {
        // Given
        post(event("a", "2026-01-01T00:00:00Z", "ci"), event("b", "2026-01-01T00:59:59.999999Z", "ci"),
                event("c", "2026-01-01T00:30:00Z", "pager"), event("d", "2026-01-01T02:00:00Z", "pager"),
                event("before", "2025-12-31T23:59:59Z", "ci"), event("after", "2026-01-01T03:00:00Z", "ci"));
        // When
        var histogram = get("from=2026-01-01T00:00:00Z&to=2026-01-01T03:00:00Z&width=1h").extract().as(HistogramView.class);
        // Then
        assertThat(histogram).isEqualTo(new HistogramView(Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T03:00:00Z"), 3600, "connector", List.of(
                        new HistogramView.Bin(Instant.parse("2026-01-01T00:00:00Z"), 3, Map.of("ci", 2L, "pager", 1L)),
                        new HistogramView.Bin(Instant.parse("2026-01-01T01:00:00Z"), 0, Map.of()),
                        new HistogramView.Bin(Instant.parse("2026-01-01T02:00:00Z"), 1, Map.of("pager", 1L)))));
    }

    @Test
    void leavesOutWhatBeganBeforeTheWindowEvenWithinItsFirstBin() {
        post(event("out", "2026-01-01T00:10:00Z", "ci"), event("in", "2026-01-01T00:20:00Z", "ci"));

        get("from=2026-01-01T00:15:00Z&to=2026-01-01T01:00:00Z&width=3600").body("bins.start",
                equalTo(List.of("2026-01-01T00:00:00Z")), "bins.total", equalTo(List.of(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026-01-01T00:00:00Z&to=2026-01-01T02:00:00Z | 60      | 120 | 2026-01-01T00:00:00Z
            from=2026-01-01T00:00:30Z&to=2026-01-02T00:00:30Z | 900     | 97  | 2026-01-01T00:00:00Z
            from=2026-01-01&to=2026-01-08                     | 3600    | 168 | 2026-01-01T00:00:00Z
            from=2026-01-01T05:00:00Z&to=2026-01-31           | 86400   | 30  | 2026-01-01T00:00:00Z
            from=2023-01-01&to=2026-01-01                     | 604800  | 158 | 2022-12-26T00:00:00Z
            from=2026-01-01&to=2026-03-01&width=7d            | 604800  | 9   | 2025-12-29T00:00:00Z
            from=2026-01-01T00:00:00Z&to=2026-01-01T00:05:00Z&width=30s | 30 | 10 | 2026-01-01T00:00:00Z
            from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z | 60      | 0   |""")
    void choosesBinsByTheWindow(String query, int width, int bins, String first) {
        get(query).body("widthSeconds", equalTo(width), "bins.size()", equalTo(bins), "bins[0]?.start", equalTo(first));
    }

    @Test
    void showsTheLastDayUnlessToldOtherwise() {
        var now = Instant.now();
        var json = get("by=connector").extract().jsonPath();
        var from = Instant.parse(json.getString("from"));
        var to = Instant.parse(json.getString("to"));
        assertThat(Duration.between(from, to)).isEqualTo(Duration.ofDays(1));
        assertThat(Duration.between(now, to)).isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(10));
        get("to=2026-01-02").body("from", equalTo("2026-01-01T00:00:00Z"));
        get("from=2999-01-01").body("to", equalTo("2999-01-01T00:00:00Z"), "bins.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({ "connector,ci", "type,deployment", "status,none", "project,acme/api" })
    void countsByWhatIsAskedFor(String by, String key) {
        post(event("a", "2026-01-01T00:00:00Z", "ci"));

        get("from=2026-01-01&to=2026-01-01T00:01:00Z&by=" + by).body("by", equalTo(by), "bins[0].counts",
                equalTo(Map.of(key, 1)));
    }

    @Test
    void namesTheTwelveCommonestAndCountsTheRestAsOther() {
        // Given
        var events = new ArrayList<JsonNode>();
        for (int connector = 1; connector <= 14; connector++) {
            for (int i = 0; i < connector; i++) {
                events.add(event("e", "2026-01-01T00:00:00Z", "c" + connector));
            }
        }
        post(events.toArray(JsonNode[]::new));
        // Then
        var counts = get("from=2026-01-01&to=2026-01-02&width=1d").extract().jsonPath()
                .<String, Integer> getMap("bins[0].counts");
        assertThat(counts).hasSize(13).containsEntry("c14", 14).containsEntry("c3", 3).containsEntry("other", 3)
                .doesNotContainKeys("c1", "c2");
        assertThat(List.copyOf(counts.keySet())).startsWith("c14", "c13").endsWith("c3", "other");
    }

    @Test
    void countsWhatPassesTheFilter() {
        post(event("login page", "2026-01-01T00:00:00Z", "ci"), event("other", "2026-01-01T00:00:00Z", "pager"));

        for (var filter : List.of("connector=ci", "q=login", "q=log&type=deployment", "connector=ci&connector=nothing")) {
            get("from=2026-01-01&to=2026-01-02&" + filter).body("bins.total.sum()", equalTo(1));
        }
        Api.as(Api.newTenant()).get("/api/events/histogram?from=2026-01-01&to=2026-01-02").then()
                .body("bins.total.sum()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({ "by=author,by", "width=0,width", "width=x,width", "width=1w,width", "from=x,from",
            "from=2026-01-01&to=2026-02-01&width=1h,width", "from=2026-01-02&to=2026-01-01,to" })
    void namesAWrongParameter(String query, String parameter) {
        Api.as(tenant).get("/api/events/histogram?" + query).then().statusCode(400)
                .body("type", equalTo("/problems/validation"), "errors.pointer", hasItem(parameter));
    }

    private ValidatableResponse get(String query) {
        return Api.as(tenant).get("/api/events/histogram?" + query).then().statusCode(200);
    }

    private static JsonNode event(String title, String timestamp, String connector) {
        return Drafts.byHand(title).put("timestamp", timestamp).put("connector", connector).put("type", "deployment");
    }

    private void post(JsonNode... events) {
        Api.as(tenant).body(Drafts.batch(null, List.of(events))).post("/api/events/batch").then().statusCode(200)
                .body("created", equalTo(events.length));
    }
}
