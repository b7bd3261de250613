package io.painchain.backend.fuzz;

import static io.restassured.RestAssured.given;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;

/** Where nobody says who they are. More requests or others: {@code -Dfuzz.open=10000 -Dfuzz.seed=7}. */
@QuarkusTest
class OddRequestsTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.open", 2_500);

    @Test
    void refusesWhateverIsWrongWithAProblem() throws Exception {
        // Given
        var document = new ObjectMapper().readTree(given().get("/q/openapi?format=json").asByteArray());
        var keys = List.of(Api.CONNECTOR_KEY, Api.CONNECTOR_KEY, "");
        var run = new OddRun(new OddRequests(document, List.of(integration(), event()), keys, OddRun.SEED), REQUESTS);

        // Then
        run.isAnsweredWell();
        given().get("/q/health/live").then().statusCode(200);
    }

    private static String integration() {
        Api.register("fuzz",
                """
                        {"type": "object", "properties": {
                          "token": {"type": "string", "writeOnly": true, "pattern": "^[a-z]*$"}, "number": {"type": "integer", "multipleOf": 3},
                          "url": {"type": "string", "format": "uri", "x-secret-target": true}, "list": {"type": "array", "uniqueItems": true}}}""");
        return Api.create(OddRequests.TENANT, """
                {"type": "fuzz", "name": "fuzz", "config": {"token": "abc"}, "enabled": false}""").then().statusCode(201)
                .extract()
                .path("id");
    }

    private static String event() {
        return Api.as(OddRequests.TENANT).body(Drafts.byHand("fuzz").toString()).post("/api/events").then().statusCode(201)
                .extract().path("id");
    }
}
