package io.painchain.backend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SystemResourceTest {

    private final String tenant = Api.newTenant();

    @Test
    void tellsWhatRuns() {
        Api.as(tenant).body(Drafts.byHand("one").toString()).post("/api/events").then().statusCode(201);

        var system = Api.as(tenant).get("/api/system").then().statusCode(200)
                .body("version", matchesPattern("\\d+\\.\\d+.*"), "java",
                        startsWith(Integer.toString(Runtime.version().feature())),
                        "database.status", equalTo("up"), "database.version", matchesPattern("\\d+\\.\\d+.*"),
                        "database.embedded", equalTo(false), "events.total", equalTo(1),
                        "events.totalExact", equalTo(true), "retention.months", equalTo(1200))
                .extract().jsonPath();
        assertThat(Duration.between(Instant.parse(system.getString("startedAt")), Instant.now()))
                .isBetween(Duration.ZERO, Duration.ofHours(1));
        Api.as(Api.newTenant()).get("/api/system").then().body("events.total", equalTo(0));
    }

    @Test
    void tellsHowFarSecretsAreUnderThePresentKey() {
        // Given
        Api.register("rotated",
                "{\"type\": \"object\", \"properties\": {\"token\": {\"type\": \"string\", \"writeOnly\": true}}}");
        var config = "{\"type\": \"rotated\", \"name\": \"%s\", \"config\": {\"token\": \"ghp_0123456789abcdefghij\"}}";
        Api.create(tenant, config.formatted("one")).then().statusCode(201);
        Api.create(tenant, config.formatted("two")).then().statusCode(201);
        Api.as(tenant).get("/api/system").then().statusCode(200).body("rotation", nullValue());

        // When: as if another key had encrypted one of them
        Keys.execute("update integration set secrets = set_byte(secrets, 1, 255 - get_byte(secrets, 1)), enabled = false "
                + "where tenant_id = ? and name = 'one'", tenant);

        // Then
        Api.as(tenant).get("/api/system").then().statusCode(200).body("rotation.renewed", equalTo(1), "rotation.all",
                equalTo(2));
        Api.as(Api.newTenant()).get("/api/system").then().body("rotation", nullValue());
        Keys.execute("update integration set secrets = null where tenant_id = ? and name = 'one'", tenant);
    }
}
