package io.painchain.backend.task.request;

import static io.painchain.backend.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.Api;
import io.painchain.backend.task.PlayedConnector;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class RepositoryChoiceTest {

    PlayedConnector connector;
    String tenant;
    String id;

    @BeforeEach
    void anIntegration() {
        connector = PlayedConnector.start();
        tenant = Api.newTenant();
        id = connector.integration(tenant);
    }

    @Test
    void addsToWhatIsWatched() {
        select("[\"acme/web\", {\"owner\": \"acme\", \"repo\": \"jobs\", \"tags\": [\"batch\"]}, \"ACME/api\"]")
                .statusCode(200).header("ETag", "\"2\"").body("config.repositories.size()", equalTo(3))
                .body("config.repositories[0]", equalTo("acme/api")).body("config.repositories[1]", equalTo("acme/web"))
                .body("config.repositories[2].tags", contains("batch"))
                .body("config.token", containsString("…"));

        select("[{\"owner\": \"acme\", \"repo\": \"web\", \"tags\": [\"front\"]}]").statusCode(200)
                .body("config.repositories.size()", equalTo(3)).body("config.repositories[1].tags", contains("front"));
    }

    @Test
    void takesNamesSeparatedByCommas() {
        id = connector.integration(tenant, PlayedConnector.TOKEN, "\"acme/api, acme/web,\"");

        select("[\"acme/jobs\"]").statusCode(200)
                .body("config.repositories", contains("acme/api", "acme/web", "acme/jobs"));
    }

    @Test
    void takesARepositoryOut() {
        select("[\"acme/web\"]");

        as(tenant).delete("/api/integrations/" + id + "/repositories/Acme/API").then().statusCode(200)
                .body("config.repositories", contains("acme/web"));
        as(tenant).delete("/api/integrations/" + id + "/repositories/acme/api").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "acme%2Fgroup%2Fsub%2FWeb", "acme%2fgroup%2fsub%2fweb", "acme/group/sub/web",
            "acme/group%2Fsub/web" })
    void takesOutOneOfAnyDepthAsOneSegmentOrAsSeveral(String path) throws Exception {
        select("[\"acme/group/sub/web\", \"acme/group\"]");

        // As clients write it: REST Assured would encode the percent sign.
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest
                .newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/integrations/" + id
                        + "/repositories/" + path))
                .header("x-tenant-id", tenant).DELETE().build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonPath.from(answer.body()).<String> getList("config.repositories")).containsExactly("acme/api",
                "acme/group");
    }

    @Test
    void takesAWholeChoiceAndKeepsWhatIsKnownOfEach() {
        // Given
        select("[{\"owner\": \"acme\", \"repo\": \"jobs\", \"tags\": [\"batch\"]}]");

        // When
        put("[\"acme/web\", \"Acme/Jobs\", \"acme/web\"]").statusCode(200).header("ETag", "\"3\"")
                .body("config.repositories.size()", equalTo(2)).body("config.repositories[0]", equalTo("acme/web"))
                .body("config.repositories[1].tags", contains("batch"));

        // Then
        as(tenant).get("/api/audit?kind=repositories").then().statusCode(200)
                .body("action", contains("putRepositories", "selectRepositories"))
                .body("[0].before.removed", contains("acme/api")).body("[0].after.added", contains("acme/web"))
                .body("[1].after.added", contains("acme/jobs")).body("[1].objectId", equalTo(id));
        put("[]").statusCode(400).body("errors.pointer", hasItem("/repositories"));
    }

    @Test
    void leavesTheLastOneSoThatNoneIsChosenInstead() {
        as(tenant).delete("/api/integrations/" + id + "/repositories/acme/api").then().statusCode(409)
                .body("detail", containsString("last"));
    }

    @Test
    void changesNothingThatIsWrongOrOfOthers() {
        select("[\"no-repository\"]").statusCode(400);
        select("[]").statusCode(400).body("errors.pointer", hasItem("/repositories"));
        as(Api.newTenant()).body("{\"repositories\": [\"a/b\"]}").post("/api/integrations/" + id + "/repositories").then()
                .statusCode(404);
        as(tenant).header("If-Match", "\"7\"").body("{\"repositories\": [\"a/b\"]}")
                .post("/api/integrations/" + id + "/repositories").then().statusCode(412);
        as(tenant).get("/api/integrations/" + id).then().body("version", equalTo(1))
                .body("config.repositories", contains("acme/api")).header("Link", nullValue());
    }

    private ValidatableResponse put(String repositories) {
        return as(tenant).body("{\"repositories\": %s}".formatted(repositories))
                .put("/api/integrations/" + id + "/repositories").then();
    }

    private ValidatableResponse select(String repositories) {
        return as(tenant).body("{\"repositories\": %s}".formatted(repositories))
                .post("/api/integrations/" + id + "/repositories").then();
    }
}
