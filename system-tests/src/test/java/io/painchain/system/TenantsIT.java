package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.repository.Repository;
import io.restassured.specification.RequestSpecification;

/** Two tenants with an integration each, polled by one connector, over the same repositories. */
@ExtendWith(SharedInstallation.class)
class TenantsIT {

    private final Installation installation;

    TenantsIT(Installation installation) {
        this.installation = installation;
    }

    @Test
    void tenantsNeverSeeEachOther() {
        var red = repository("acme/red");
        var blue = repository("acme/blue");
        var ofRed = installation.integrate(as("red"), "Red", "acme/red");
        var ofBlue = installation.integrate(as("blue"), "Blue", "acme/blue");

        Arrivals.awaitExactly(installation.timeline("red"), "", ExpectedEvents.of(red, "acme/red", Instant.EPOCH));
        Arrivals.awaitExactly(installation.timeline("blue"), "", ExpectedEvents.of(blue, "acme/blue", Instant.EPOCH));

        assertThat(installation.timeline().events("project=acme/red")).isEmpty();
        assertThat(as("red").get("/api/integrations").jsonPath().getList("name")).isEqualTo(List.of("Red"));
        assertThat(as("red").get("/api/projects").jsonPath().getList("project")).isEqualTo(List.of("acme/red"));
        assertThat(as("blue").get("/api/tags").jsonPath().getList("tag")).isEmpty();
        as("red").get("/api/stats").then().body("events", equalTo(installation.timeline("red").externalIds("").size()));
        var event = (String) installation.timeline("red").events("").get(0).get("id");
        for (var path : List.of("/api/events/" + event, "/api/events/" + event + "/revisions", "/api/integrations/" + ofRed)) {
            as("red").get(path).then().statusCode(200);
            as("blue").get(path).then().statusCode(404);
            installation.api().get(path).then().statusCode(404);
        }
        as("blue").delete("/api/integrations/" + ofRed).then().statusCode(404);
        as("blue").body("{\"name\": \"mine now\"}").patch("/api/integrations/" + ofRed).then().statusCode(404);
        as("blue").queryParam("integrationId", ofRed).get("/api/events").then().statusCode(200).body("$", empty());
        as("blue").get("/api/integrations/" + ofBlue).then().statusCode(200).body("tenantId", equalTo("blue"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/events", "/api/timeline", "/api/integrations", "/api/projects", "/api/tags", "/api/stats" })
    void aTenantWithoutAnythingSeesNothing(String path) {
        var body = as("nobody").get(path).then().statusCode(200).extract().asString();

        assertThat(body).doesNotContain("acme").satisfiesAnyOf(
                text -> assertThat(text).isEqualTo("[]"),
                text -> assertThat(text).contains("\"total\":0"),
                text -> assertThat(text).contains("\"events\":0"));
    }

    private Repository repository(String name) {
        var repository = installation.github.world().createRepository(name);
        for (int i = 1; i <= 3; i++) {
            repository.issues().open(new NewIssue("Issue " + i + " of " + name), By.user("mia"));
        }
        return repository;
    }

    private RequestSpecification as(String tenant) {
        return installation.api().header("x-tenant-id", tenant);
    }
}
