package io.painchain.backend;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

/** The samples that a connector's tests produce are what the endpoints take. */
@QuarkusTest
class ContractSamplesTest {

    private static final Path SAMPLES = Path.of("..", "common-model", "src", "main", "resources", "contract");
    private static final ObjectMapper JSON = new ObjectMapper();

    String tenant;
    String integration;

    @BeforeEach
    void anIntegrationOfTheSampleType() throws IOException {
        tenant = Api.newTenant();
        asConnector().body(sample("connector-type-github.json").toString()).put("/api/connectors/github").then()
                .statusCode(204);
        integration = Api.create(tenant, """
                {"type": "github", "name": "Production GitHub", "config": {"token": "ghp_0123456789abcdefghij",
                 "repositories": [{"owner": "acme", "repo": "api", "tags": ["backend", "critical"]}, "acme/web"],
                 "branches": ["main", "release/*"], "pollInterval": 300, "apiUrl": "https://github.acme.com/api/v3"}}
                """).then().statusCode(201).extract().path("id");
    }

    @Test
    void showsTheRegisteredTypeWithItsForm() {
        given().get("/api/connectors/metadata/github").then().statusCode(200).body("displayName", equalTo("GitHub"))
                .body("connectionForm.fields.key", hasItems("name", "token", "repositories", "pollInterval"))
                .body("connectionForm.fields.find { it.key == 'token' }.type", equalTo("password"));
    }

    @Test
    void takesTheSyncReport() throws IOException {
        var report = sample("sync-report.json");

        asConnector().body(report.toString()).put("/api/integrations/" + integration + "/sync").then().statusCode(204);

        as(tenant).get("/api/integrations/" + integration).then()
                .body("status", equalTo(report.get("status").textValue()))
                .body("repositories.size()", equalTo(report.get("repositories").size()));
    }

    @Test
    void takesTheBatchWhole() throws IOException {
        var batch = ofTheIntegration(sample("event-batch.json"));

        asConnector().body(batch.toString()).post("/api/events/batch").then().statusCode(200)
                .body("rejected", equalTo(0)).body("items.size()", equalTo(batch.get("events").size()));
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void takesTheDraft(String draft) throws IOException {
        asConnector().body(ofTheIntegration(sample(draft)).toString()).post("/api/events").then().statusCode(201);
    }

    static Stream<String> drafts() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            var drafts = files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("event-draft-"))
                    .sorted().toList();
            assertThat(drafts).isNotEmpty();
            return drafts.stream();
        }
    }

    private ObjectNode ofTheIntegration(JsonNode sample) {
        var ours = (ObjectNode) sample;
        ours.put("integrationId", integration);
        ours.path("events").forEach(event -> ((ObjectNode) event).put("integrationId", integration));
        return ours;
    }

    private static JsonNode sample(String name) throws IOException {
        return JSON.readTree(SAMPLES.resolve(name).toFile());
    }
}
