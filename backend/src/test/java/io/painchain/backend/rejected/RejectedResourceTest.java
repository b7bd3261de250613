package io.painchain.backend.rejected;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.painchain.backend.Api.create;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.painchain.backend.integration.IntegrationResourceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class RejectedResourceTest {

    String tenant;
    String path;

    @BeforeEach
    void anIntegration() {
        tenant = Api.newTenant();
        Api.register("git", IntegrationResourceTest.SCHEMA);
        String id = create(tenant, IntegrationResourceTest.BODY).then().statusCode(201).extract().path("id");
        path = "/api/integrations/" + id;
    }

    @Test
    void keepsRecordsAsTheyCameAndOnce() {
        setAside("{\"title\": \"a\\u0000b\\ud800\", \"n\": 1.10}").statusCode(204);
        setAside("{\"title\": \"a\\u0000b\\ud800\", \"n\": 1.10}").statusCode(204);

        asConnector().get(path + "/rejected").then().statusCode(200)
                .body("", hasSize(1))
                .body("[0].raw.title", startsWith("a\u0000b"))
                .body("[0].errors.pointer", contains("/title"));
        as(tenant).get(path).then().body("rejectedEvents", equalTo(1));
    }

    @Test
    void listsPageByPage() {
        for (int i = 1; i <= 3; i++) {
            setAside("{\"n\": " + i + "}").statusCode(204);
        }

        var first = asConnector().get(path + "/rejected?limit=2").then().body("raw.n", contains(3, 2)).extract();

        asConnector().urlEncodingEnabled(false).get(first.header("Link").replaceAll("<(.*)>.*", "$1")).then()
                .body("raw.n", contains(1)).header("Link", nullValue());
        asConnector().get(path + "/rejected?limit=501").then().statusCode(400).body("errors.pointer", contains("limit"));
        asConnector().get(path + "/rejected?cursor=1").then().statusCode(400).body("errors.pointer", contains("cursor"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"errors": [{"pointer": "/a", "detail": "b"}]}             | /raw
            {"raw": 1, "errors": [{"pointer": "/a", "detail": "b"}]}   | /raw
            {"raw": {}}                                                | /errors
            {"raw": {}, "errors": []}                                  | /errors
            {"raw": {}, "errors": ["x"]}                               | /errors/0
            """)
    void refusesWhatIsNoRecord(String body, String pointer) {
        asConnector().body(body).post(path + "/rejected").then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void keepsWhatIsRefusedAgainWithItsNewErrors() {
        // Given
        setAside("{\"nothing\": \"of an event\"}");
        String id = asConnector().get(path + "/rejected").path("[0].id");

        // When
        asConnector().post(path + "/rejected/" + id + "/retry").then().statusCode(400)
                .body("type", equalTo("/problems/validation")).body("errors.pointer", hasItem(containsString("/title")));

        // Then
        asConnector().get(path + "/rejected").then().body("id", contains(id))
                .body("[0].errors.pointer", hasItem("/title"));
    }

    @Test
    void knowsNothingOfOtherIdsAndTenants() {
        setAside("{\"n\": 1}");
        String id = asConnector().get(path + "/rejected").path("[0].id");
        var stranger = Api.newTenant();
        String theirs = create(stranger, IntegrationResourceTest.BODY).path("id");

        for (var url : new String[] { path + "/rejected/x/retry", path + "/rejected/018f0000-0000-7000-8000-000000000000/retry",
                "/api/integrations/" + theirs + "/rejected/" + id + "/retry",
                "/api/integrations/x/rejected/" + id + "/retry" }) {
            asConnector().post(url).then().statusCode(404);
        }
        asConnector().header("x-tenant-id", stranger).get(path + "/rejected").then().statusCode(404);
        asConnector().get("/api/integrations/" + theirs + "/rejected").then().body("", empty());
    }

    private ValidatableResponse setAside(String raw) {
        return asConnector().body("""
                {"raw": %s, "errors": [{"pointer": "/title", "detail": "cannot be read"}]}
                """.formatted(raw)).post(path + "/rejected").then();
    }
}
