package io.painchain.backend.integration;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.painchain.backend.Api.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
public class IntegrationResourceTest {

    public static final String SCHEMA = """
            {"type": "object", "required": ["token"], "properties": {
              "token": {"type": "string", "minLength": 1, "maxLength": 255, "writeOnly": true},
              "repositories": {"type": "array", "items": {"type": "object", "required": ["owner", "repo"],
                "properties": {"owner": {"type": "string"}, "repo": {"type": "string"}, "tags": {"type": "array"}}}},
              "branches": {"type": "array", "items": {"type": "string"}},
              "pollInterval": {"type": "integer", "minimum": 60, "maximum": 3600},
              "apiUrl": {"type": "string", "format": "uri", "x-secret-target": true}}}
            """;
    static final String TOKEN = "ghp_0123456789abcdefghijklmnopqrstuva1b2";
    public static final String BODY = """
            {"type": "git", "name": "Production", "config": {"token": "%s",
             "repositories": [{"owner": "acme", "repo": "api", "tags": ["backend"]}], "pollInterval": 300}}
            """.formatted(TOKEN);

    String tenant;

    @BeforeEach
    void aTenantAndAConnectorType() {
        tenant = Api.newTenant();
        Api.register("git", SCHEMA);
    }

    @Test
    void registersAnIntegrationAndShowsItMasked() {
        // When
        var created = create(tenant, BODY).then().statusCode(201)
                .header("Location", matchesPattern(".*/api/integrations/[0-9a-f-]{36}"))
                .header("ETag", "\"1\"")
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("tenantId", equalTo(tenant))
                .body("type", equalTo("git"))
                .body("config.token", equalTo("ghp_…a1b2"))
                .body("config.repositories[0].tags", contains("backend"))
                .body("tags", empty())
                .body("enabled", equalTo(true))
                .body("version", equalTo(1))
                .body("status", equalTo("pending"))
                .body("stale", equalTo(false))
                .body("syncing", equalTo(false))
                .body("lastSync", nullValue())
                .body("rejectedEvents", equalTo(0))
                .body("repositories", empty())
                .extract();

        // Then
        as(tenant).get(created.header("Location")).then().statusCode(200).header("ETag", "\"1\"")
                .body("name", equalTo("Production")).body("config.token", equalTo("ghp_…a1b2"));
    }

    @Test
    void registersForTheSelfHostedTenantWithoutAHeader() {
        var id = io.restassured.RestAssured.given().contentType("application/json").body(BODY).post("/api/v1/integrations")
                .then().statusCode(201).body("tenantId", nullValue()).extract().<String> path("id");

        io.restassured.RestAssured.get("/api/connections/" + id).then().statusCode(200);
        as(tenant).get("/api/integrations/" + id).then().statusCode(404);
    }

    @Test
    void namesEverythingWrongAtOnce() {
        create(tenant, """
                {"type": "git", "name": " ", "tags": ["ok", 7], "enabled": "yes",
                 "config": {"pollInterval": 59, "tokn": "secret-value", "apiUrl": "no uri"}}
                """).then().statusCode(400).contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body("errors.pointer", contains("/enabled", "/name", "/tags/1", "/config/apiUrl", "/config/pollInterval",
                        "/config/token", "/config/tokn"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"name": "n", "config": {"token": "t"}}                              | /type
            {"type": 5, "name": "n", "config": {"token": "t"}}                   | /type
            {"type": "Git Hub", "name": "n", "config": {"token": "t"}}           | /type
            {"type": "git", "config": {"token": "t"}}                            | /name
            {"type": "git", "name": "a\\u0000b", "config": {"token": "t"}}       | /name
            {"type": "git", "name": "a\\ud800b", "config": {"token": "t"}}       | /name
            {"type": "git", "name": "n"}                                         | /config
            {"type": "git", "name": "n", "config": []}                           | /config
            {"type": "git", "name": "n", "config": {"token": 1}}                 | /config/token
            {"type": "git", "name": "n", "config": {"token": null}}              | /config/token
            {"type": "git", "name": "n", "config": {"token": "a\\u0000b"}}       | /config/token
            {"type": "git", "name": "n", "config": {"token": "t", "pollInterval": 1e999}} | /config/pollInterval
            {"type": "git", "name": "n", "config": {"token": "ghp_…a1b2"}}       | /config/token
            {"type": "git", "name": "n", "config": {"token": "t"}, "tags": [""]} | /tags/0
            [] |
            """)
    void refusesWhatIsNoIntegration(String body, String pointer) {
        create(tenant, body).then().statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("errors.pointer", hasItem(pointer == null ? "" : pointer));
    }

    @Test
    void refusesConfigurationsBeyondTheLimits() {
        create(tenant, """
                {"type": "git", "name": "n", "config": {"token": "t", "branches": ["%s"]}}
                """.formatted("x".repeat(1024 * 1024))).then().statusCode(400).body("errors.pointer", contains("/config"));
        create(tenant, """
                {"type": "git", "name": "n", "config": {"token": "t", "branches": %s1%s}}
                """.formatted("[".repeat(40), "]".repeat(40))).then().statusCode(400);
        create(tenant, """
                {"type": "git", "name": "%s", "config": {"token": "t"}}
                """.formatted("x".repeat(201))).then().statusCode(400).body("errors.pointer", contains("/name"));
    }

    @Test
    void namesTheKnownTypesWhereATypeIsUnknown() {
        create(tenant, """
                {"type": "svn", "name": "n", "config": {}}
                """).then().statusCode(400)
                .body("type", equalTo("/problems/unknown-connector-type"))
                .body("detail", containsString("git")).body("detail", containsString("moment"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "", "{} {}", "{\"a\": NaN}" })
    void refusesWhatIsNoJson(String body) {
        create(tenant, body).then().statusCode(400).body("type", equalTo("/problems/malformed-json"));
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        var id = anIntegration();

        as(tenant).contentType("text/plain").body("x").post("/api/integrations").then().statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
        as(tenant).accept("text/html").get("/api/integrations/" + id).then().statusCode(406);
        as(tenant).delete("/api/integrations").then().statusCode(405);
    }

    @Test
    void changesBySendingWhatChanges() {
        // Given
        var id = anIntegration();

        // When
        patch(id, """
                {"name": "Renamed", "config": {"pollInterval": null, "branches": ["main"]}, "tags": ["a"],
                 "id": "ignored", "tenantId": "ignored", "status": "ok", "version": 99}
                """).statusCode(200).header("ETag", "\"2\"");

        // Then
        as(tenant).get("/api/integrations/" + id).then()
                .body("id", equalTo(id)).body("name", equalTo("Renamed")).body("version", equalTo(2))
                .body("status", equalTo("pending")).body("tags", contains("a"))
                .body("config.keySet()", org.hamcrest.Matchers.containsInAnyOrder("token", "repositories", "branches"))
                .body("config.repositories[0].repo", equalTo("api"));
    }

    @Test
    void takesTheSameByPutAndAsMergePatchDocument() {
        var id = anIntegration();

        as(tenant).body("{\"enabled\": false}").put("/api/integrations/" + id).then().statusCode(200)
                .body("enabled", equalTo(false)).body("status", equalTo("disabled")).body("name", equalTo("Production"));
        as(tenant).contentType("application/merge-patch+json").body("{\"enabled\": true}").patch("/api/integrations/" + id)
                .then().statusCode(200).body("status", equalTo("pending")).body("version", equalTo(3));
    }

    @Test
    void leavesTheVersionWhereNothingChanges() {
        var id = anIntegration();

        patch(id, BODY.replace(TOKEN, "ghp_…a1b2")).statusCode(200).header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"type": "other"}                 | /type
            {"type": null}                    | /type
            {"name": null}                    | /name
            {"config": null}                  | /config
            {"config": {"token": null}}       | /config/token
            {"config": {"pollInterval": 1}}   | /config/pollInterval
            {"config": {"nope": 1}}           | /config/nope
            7                                 |
            """)
    void validatesTheWholeResultOfAPatch(String body, String pointer) {
        var id = anIntegration();

        patch(id, body).statusCode(400).body("errors.pointer", hasItem(pointer == null ? "" : pointer));
        as(tenant).get("/api/integrations/" + id).then().header("ETag", "\"1\"");
    }

    @Test
    void refusesAChangeOfWhatAnotherChangedMeanwhile() {
        var id = anIntegration();

        as(tenant).header("If-Match", "\"1\"").body("{\"name\": \"b\"}").patch("/api/integrations/" + id).then()
                .statusCode(200);
        as(tenant).header("If-Match", "\"1\"").body("{\"name\": \"c\"}").patch("/api/integrations/" + id).then()
                .statusCode(412).body("type", equalTo("/problems/precondition-failed"));
        as(tenant).header("If-Match", "W/\"2\"").body("{\"name\": \"c\"}").patch("/api/integrations/" + id).then()
                .statusCode(412);
        as(tenant).header("If-Match", "2").body("{\"name\": \"c\"}").patch("/api/integrations/" + id).then()
                .statusCode(400).body("errors.pointer", contains("If-Match"));
        as(tenant).header("If-Match", "\"7\", \"2\"").body("{\"name\": \"d\"}").patch("/api/integrations/" + id).then()
                .statusCode(200).body("version", equalTo(3));
        as(tenant).header("If-Match", "\"1\"").delete("/api/integrations/" + id).then().statusCode(412);
    }

    @Test
    void letsOneOfManyThatChangeTheSameVersionWin() {
        // Given
        var id = anIntegration();

        // When
        var statuses = java.util.stream.IntStream.range(0, 8).parallel()
                .mapToObj(i -> as(tenant).header("If-Match", "\"1\"").body("{\"name\": \"name " + i + "\"}")
                        .patch("/api/integrations/" + id).statusCode())
                .sorted().toList();

        // Then
        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
    }

    @Test
    void deletesForGood() {
        var id = anIntegration();

        as(tenant).delete("/api/integrations/" + id + "?events=maybe").then().statusCode(400)
                .body("errors.pointer", contains("events"));
        as(tenant).delete("/api/integrations/" + id).then().statusCode(204);

        as(tenant).get("/api/integrations/" + id).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        as(tenant).delete("/api/integrations/" + id).then().statusCode(404);
        patch(id, "{}").statusCode(404);
        as(tenant).get("/api/integrations").then().body("id", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "1-1-1-1-1", "%00", "018f0000-0000-7000-8000-000000000000", "..%2Fx" })
    void knowsNothingOfOtherIds(String id) {
        as(tenant).get("/api/integrations/" + id).then().statusCode(404);
        as(tenant).body("{}").patch("/api/integrations/" + id).then().statusCode(404);
        as(tenant).body("{}").put("/api/integrations/" + id).then().statusCode(404);
        as(tenant).delete("/api/integrations/" + id).then().statusCode(404);
    }

    @Test
    void hidesWhatBelongsToAnotherTenant() {
        // Given
        var id = anIntegration();
        var stranger = Api.newTenant();

        // Then
        for (var status : List.of(
                as(stranger).get("/api/integrations/" + id).statusCode(),
                as(stranger).body("{}").patch("/api/integrations/" + id).statusCode(),
                as(stranger).body("{}").put("/api/integrations/" + id).statusCode(),
                as(stranger).delete("/api/integrations/" + id).statusCode(),
                as(tenant.toUpperCase(java.util.Locale.ROOT)).get("/api/integrations/" + id).statusCode(),
                asConnector().header("x-tenant-id", stranger).get("/api/integrations/" + id).statusCode())) {
            assertThat(status).isEqualTo(404);
        }
        as(stranger).get("/api/integrations").then().statusCode(200).body("id", empty());
        as(tenant).get("/api/integrations/" + id).then().statusCode(200);
    }

    @Test
    void listsByTypeAndStatePageByPage() {
        // Given
        Api.register("other", "{}");
        var ids = List.of(anIntegration(), anIntegration(), anIntegration());
        create(tenant, """
                {"type": "other", "name": "n", "config": {}, "enabled": false}
                """).then().statusCode(201);

        // When
        var first = as(tenant).get("/api/integrations?type=git&limit=2").then().statusCode(200)
                .body("id", equalTo(ids.subList(0, 2))).header("Link", containsString("rel=\"next\"")).extract();

        // Then
        var next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        as(tenant).urlEncodingEnabled(false).get(next).then().statusCode(200)
                .body("id", contains(ids.get(2))).header("Link", nullValue());
        as(tenant).get("/api/integrations?enabled=false").then().body("type", contains("other"));
        as(tenant).get("/api/integrations?enabled=true").then().body("type", contains("git", "git", "git"));
        as(tenant).get("/api/integrations?type=none").then().body("", empty());
    }

    @ParameterizedTest
    @CsvSource({ "limit=0,limit", "limit=-1,limit", "limit=501,limit", "limit=x,limit", "limit=99999999999,limit",
            "enabled=yes,enabled", "cursor=x,cursor" })
    void refusesWrongParameters(String query, String parameter) {
        as(tenant).get("/api/integrations?" + query).then().statusCode(400).body("errors.pointer", contains(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "a b", "ä", "0123456789012345678901234567890123456789012345678901234567890123456789" })
    void refusesOddTenants(String odd) {
        as(odd).get("/api/integrations").then().statusCode(400).body("errors.pointer", contains("x-tenant-id"));
    }

    String anIntegration() {
        return create(tenant, BODY).then().statusCode(201).extract().path("id");
    }

    ValidatableResponse patch(String id, String body) {
        return as(tenant).body(body).patch("/api/integrations/" + id).then();
    }
}
