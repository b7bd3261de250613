package io.painchain.backend.visibility;

import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class FieldVisibilityResourceTest {

    private final String tenant = Api.newTenant();

    @BeforeEach
    void aConnectorWithFields() {
        register("{\"files\": {\"fieldLabel\": \"Files\", \"defaultVisibility\": true}, "
                + "\"sha\": {\"fieldLabel\": \"SHA\", \"defaultVisibility\": false}}");
    }

    @Test
    void showsOnlyWhatDiffersFromTheDefault() {
        Api.as(tenant).get("/api/field-visibility").then().statusCode(200).body("", equalTo(Map.of()));
        put("{\"files\": false, \"sha\": false}").statusCode(200).body("", equalTo(Map.of("files", false)));
        put("{\"sha\": true}").statusCode(200).body("", equalTo(Map.of("files", false, "sha", true)));
        Api.as(tenant).get("/api/field-visibility").then()
                .body("", equalTo(Map.of("visible", Map.of("push", Map.of("files", false, "sha", true)))));
        put("{\"files\": null, \"sha\": null}").body("", equalTo(Map.of()));
        Api.as(tenant).get("/api/field-visibility").then().body("", equalTo(Map.of()));
    }

    @Test
    void forgetsFieldsThatTheConnectorHasNoMore() {
        put("{\"files\": false}").statusCode(200);
        register("{\"sha\": {\"fieldLabel\": \"SHA\", \"defaultVisibility\": false}}");
        Api.as(tenant).get("/api/field-visibility").then().body("", equalTo(Map.of()));
    }

    @Test
    void namesAWrongField() {
        put("{\"files\": \"yes\", \"other/one\": true}").statusCode(400).body("type", equalTo("/problems/validation"),
                "errors.pointer", equalTo(java.util.List.of("/files", "/other~1one")));
        put("[]").statusCode(400);
        Api.as(tenant).get("/api/field-visibility").then().body("", equalTo(Map.of()));
        for (var path : java.util.List.of("visible/nothing", "nothing/push")) {
            Api.as(tenant).body("{}").put("/api/field-visibility/" + path).then().statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
        }
    }

    @Test
    void staysWithinTheTenant() {
        put("{\"files\": false}").statusCode(200);
        Api.as(Api.newTenant()).get("/api/field-visibility").then().body("", equalTo(Map.of()));
    }

    private ValidatableResponse put(String body) {
        return Api.as(tenant).body(body).put("/api/field-visibility/visible/push").then();
    }

    private static void register(String fields) {
        Api.asConnector().body("""
                {"id": "visible", "displayName": "Visible", "configSchema": {"type": "object"},
                 "eventTypes": {"push": {"displayName": "Push", "fields": %s}}}""".formatted(fields))
                .put("/api/connectors/visible").then().statusCode(204);
    }
}
