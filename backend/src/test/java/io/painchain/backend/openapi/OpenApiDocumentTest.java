package io.painchain.backend.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OpenApiDocumentTest {

    private static final Path COMMITTED = Path.of("..", "docs", "openapi.yaml");
    private static final String UPDATE = "mvn -pl backend -am test -Dtest=OpenApiDocumentTest -Dopenapi.update=true "
            + "-Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void isTheOneThatIsCommitted() throws IOException {
        // When
        var served = given().accept("application/yaml").get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, served);
        }

        // Then
        assertThat(Files.readString(COMMITTED)).as("docs/openapi.yaml; where the change is meant: " + UPDATE)
                .isEqualTo(served);
    }

    @Test
    void describesWhatEveryOperationHasInCommon() {
        var paths = given().accept("application/json").get("/q/openapi?format=json").then().statusCode(200).extract()
                .jsonPath();

        for (var operation : new String[] { "paths.'/api/integrations'.post", "paths.'/api/integrations/{id}/sync'.put" }) {
            assertThat(paths.getList(operation + ".parameters.'$ref'")).contains("#/components/parameters/Tenant");
            assertThat(paths.getString(operation + ".responses.default.'$ref'")).isEqualTo("#/components/responses/Problem");
        }
        assertThat(paths.getList("paths.'/api/integrations/{id}/sync'.put.security")).hasSize(1);
        assertThat(paths.getList("paths.'/api/integrations'.post.security")).hasSize(4);
        assertThat(paths.getString("components.schemas.Problem.properties.errors.type")).isEqualTo("array");
        assertThat(paths.getString("components.securitySchemes.connectorKey.scheme")).isEqualTo("bearer");
    }

    @Test
    void requiresEveryFieldOfAnAnswerAndOfARequestOnlyWhatMustBeSent() {
        // When
        var schemas = given().accept("application/json").get("/q/openapi?format=json").then().statusCode(200).extract()
                .jsonPath().setRootPath("components.schemas");

        // Then
        assertThat(schemas.getList("EventView.required"))
                .containsExactlyInAnyOrderElementsOf(schemas.getMap("EventView.properties").keySet());
        assertThat(schemas.getList("EventView.properties.author.type")).containsExactlyInAnyOrder("string", "null");
        assertThat(schemas.getString("EventView.properties.title.type")).isEqualTo("string");
        assertThat(schemas.getList("TaskView.properties.startedAt.anyOf.type")).contains("null");
        assertThat(schemas.getList("Worker.required")).contains("firstContact", "lastContact");
        assertThat(schemas.getList("IngestedEvent.required")).containsExactly("outcome");
        assertThat(schemas.getList("EventDraft.required")).containsExactlyInAnyOrder("title", "connector", "project",
                "timestamp");
        assertThat(schemas.getList("TeamRequest.required")).doesNotContain("tags");
    }
}
