package io.painchain.backend.event.metric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EventGaugesTest {

    @Inject
    EventGauges gauges;

    @Inject
    Clock clock;

    @Test
    void tellsHowOldTheNewestEventIs() {
        // Given
        Api.as(Api.newTenant()).body("""
                {"title": "now", "connector": "script", "project": "acme/api", "timestamp": "%s"}"""
                .formatted(clock.instant())).post("/api/events").then().statusCode(201);
        // When
        gauges.look();
        // Then
        var age = given().get("/q/metrics").asString().lines()
                .filter(line -> line.startsWith("painchain_events_newest_age_seconds"))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ')))).findFirst().orElseThrow();
        assertThat(age).isBetween(0.0, 60.0);
    }
}
