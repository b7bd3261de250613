package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample connector of docs/connectors.md beside the others: nothing of the backend knows it. */
@ExtendWith(SharedInstallation.class)
class TerraformSampleIT {

    private final Installation installation;

    TerraformSampleIT(Installation installation) {
        this.installation = installation;
    }

    @Test
    void bringsARunIntoTheTimelineAndFollowsIt() {
        try (var terraform = new FakeTerraform(); var connector = start()) {
            // Given
            var begun = Instant.now().minus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
            terraform.run("run-1", begun, "applied");
            terraform.run("run-2", begun.plusSeconds(20), "planning");
            await("registration").atMost(Duration.ofSeconds(60)).until(() -> connector.isAlive() && installation.api()
                    .get("/api/connectors/metadata").jsonPath().getList("id").contains("terraform"));
            installation.api().get("/api/connectors/metadata").then()
                    .body("find { it.id == 'terraform' }.color", equalTo("#7B42BC"))
                    .body("find { it.id == 'terraform' }.eventTypes.keySet()", hasItem("TerraformRun"));

            // When
            test(terraform, FakeTerraform.TOKEN).body("message", equalTo("Connected successfully!"))
                    .body("repositories.name", contains("acme/production"))
                    .body("repositories[0].sources.ok", contains(true));
            test(terraform, "another").body("ok", equalTo(false)).body("message",
                    startsWith("Failed to connect to Terraform Cloud: Authentication failed"));
            String integration = installation.api()
                    .body(Map.of("type", "terraform", "name", "Sample", "config", config(terraform, FakeTerraform.TOKEN)))
                    .post("/api/integrations").then().statusCode(201).extract().path("id");

            // Then
            awaitStatus("success", "in_progress");
            terraform.run("run-2", begun.plusSeconds(20), "errored");
            installation.api().post("/api/integrations/" + integration + "/sync").then().statusCode(202);
            awaitStatus("success", "failure");
            assertThat(installation.timeline().externalIds("connector=terraform")).containsOnly(
                    Map.entry("terraform-run-run-1", 1L), Map.entry("terraform-run-run-2", 1L));
            installation.api().get("/api/integrations/" + integration + "/coverage").then().statusCode(200);
            installation.api().delete("/api/integrations/" + integration).then().statusCode(204);
        }
    }

    private void awaitStatus(String first, String second) {
        await("timeline").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                installation.timeline().events("connector=terraform")).extracting(event -> event.get("status"))
                .containsExactly(second, first));
    }

    private io.restassured.response.ValidatableResponse test(FakeTerraform terraform, String token) {
        return installation.api().body(Map.of("type", "terraform", "config", config(terraform, token)))
                .post("/api/integrations/test").then().statusCode(200);
    }

    private static Map<String, Object> config(FakeTerraform terraform, String token) {
        return Map.of("token", token, "org", "acme", "url", terraform.uri().toString());
    }

    private PackagedProcess start() {
        var environment = new HashMap<String, String>();
        environment.put("BACKEND_API_URL", installation.uri() + "/api");
        environment.put("POLLING_INTERVAL", "1");
        environment.put("PAINCHAIN_CONNECTOR_KEY", Installation.CONNECTOR_KEY);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(FreePort.find()));
        return PackagedProcess.start("samples/terraform-connector", environment,
                installation.folder.resolve("terraform-connector.log"));
    }
}
