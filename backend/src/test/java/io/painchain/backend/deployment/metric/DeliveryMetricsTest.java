package io.painchain.backend.deployment.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.painchain.backend.deployment.DeploymentFollowing;
import io.quarkus.test.junit.QuarkusTest;

/** Figures of events that were sent by hand, which say their role themselves. */
@QuarkusTest
class DeliveryMetricsTest {

    private final String tenant = Api.newTenant();
    @Inject
    DeploymentFollowing following;

    @Test
    void showsWhatWasSentByHand() {
        // Given
        deployed("a1", "2026-03-02T10:00:00Z", "");
        deployed("b2", "2026-03-03T10:00:00Z", """
                , "correlationKeys": ["before:commit:acme/api@a1", "ships:commit:acme/api@b2"]""");
        post("""
                {"title": "Push", "connector": "script", "project": "acme/api", "timestamp": "2026-03-03T08:30:00Z",
                 "data": {"role": "work", "version": "b2", "before": "a1", "commit_count": 1,
                          "commits": [{"sha": "b2", "authored_at": "2026-03-03T08:00:00Z"}]}}""");
        // Then
        figures("from=2026-03-02&to=2026-03-09").body("total.deployments.n", equalTo(2), "total.leadTime.n", equalTo(1),
                "total.leadTime.median", equalTo(7200), "total.leadTime.excluded.reason", contains("firstKnown"),
                "total.changeFailRate.n", equalTo(2), "total.changeFailRate.count", equalTo(0), "weeks", hasSize(1),
                "environments", contains("production"), "total.coding.median", nullValue());
        Api.as(tenant).get("/api/metrics/delivery/services").then().statusCode(200).body("service", contains("acme/api"),
                "deployments", contains(2));
    }

    @Test
    void followsARollbackAndANewerStateOfAnEvent() {
        deployed("a1", "2026-03-02T10:00:00Z", "");
        deployed("b2", "2026-03-03T10:00:00Z", "");
        deployed("a1", "2026-03-03T11:00:00Z", """
                , "correlationKeys": ["before:commit:acme/api@b2", "reverts:commit:acme/api@b2"]""");

        figures("from=2026-03-02&to=2026-03-09").body("total.changeFailRate.count", equalTo(1),
                "total.changeFailRate.byReason.reason", contains("rollback"), "total.recovery.median", equalTo(3600),
                "total.rework.count", equalTo(1));
    }

    @Test
    void judgesNothingThatIsYoungerThanADay() {
        deployed("a1", Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString(), "");

        figures("").body("total.deployments.n", equalTo(1), "total.changeFailRate.n", equalTo(0),
                "total.changeFailRate.share", nullValue(), "total.changeFailRate.excluded.reason", contains("tooYoung"));
    }

    @Test
    void countsWhatIsNotInProductionApart() {
        deployed("a1", "2026-03-02T10:00:00Z", "", "staging");

        figures("from=2026-03-02&to=2026-03-09").body("total.deployments.n", equalTo(0),
                "total.deployments.excluded.reason", contains("notProduction"));
    }

    @Test
    void exportsALineForEachFigureOfEachWeek() {
        deployed("a1", "2026-03-02T10:00:00Z", "");
        following.catchUp(tenant);

        var file = Api.as(tenant).get("/api/metrics/delivery/export?service=acme/api&from=2026-03-02&to=2026-03-16").then()
                .statusCode(200).header("Content-Type", containsString("text/csv")).extract().asString();

        assertThat(file.lines()).hasSize(1 + 3 * 9)
                .anyMatch(line -> line.startsWith("\"acme/api\",,\"2026-03-02\",\"deployments\","
                        + "\"1\""));
    }

    @Test
    void showsNothingOfAnotherTenant() {
        deployed("a1", "2026-03-02T10:00:00Z", "");
        following.catchUp(tenant);

        var other = Api.as(Api.newTenant());
        other.get("/api/metrics/delivery/services").then().body("", hasSize(0));
        other.get("/api/metrics/delivery?service=acme/api&from=2026-03-02&to=2026-03-09").then()
                .body("total.deployments.n", equalTo(0), "coverage.verdict", equalTo("unknown"));
    }

    @ParameterizedTest
    @CsvSource({ "from=2026-03-01,service", "service=a&by=day,by", "service=a&from=x,from", "service=a&to=x,to",
            "service=a&from=2026-03-02&to=2026-03-01,from", "service=a&from=2020-03-02&to=2026-03-01,from" })
    void namesAWrongParameter(String query, String parameter) {
        Api.as(tenant).get("/api/metrics/delivery?" + query).then().statusCode(400).body("errors.pointer", contains(parameter));
    }

    private io.restassured.response.ValidatableResponse figures(String window) {
        following.catchUp(tenant);
        return Api.as(tenant).get("/api/metrics/delivery?service=acme/api&" + window).then().statusCode(200);
    }

    private void deployed(String version, String at, String more) {
        deployed(version, at, more, "production");
    }

    private void deployed(String version, String at, String more, String environment) {
        post("""
                {"title": "Deployed", "connector": "script", "project": "acme/api", "timestamp": "%s", "status": "success"%s,
                 "data": {"role": "carrier", "environment": "%s", "version": "%s"}}""".formatted(at, more, environment,
                version));
    }

    private void post(String event) {
        Api.as(tenant).body(event).post("/api/events").then().statusCode(201);
    }
}
