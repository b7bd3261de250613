package io.painchain.backend.connector;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ConnectorTypeResourceTest {

    private static final String TERRAFORM = """
            {"id": "terraform", "displayName": "Terraform Cloud", "color": "#7B42BC",
             "logo": "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E",
             "description": "Track Terraform Cloud runs",
             "configSchema": {"type": "object", "required": ["token", "org", "pollInterval"], "properties": {
               "workspace": {"type": "string", "title": "Workspace"},
               "token": {"type": "string", "title": "API Token", "writeOnly": true},
               "verify": {"type": "boolean", "default": true},
               "org": {"type": "string", "title": "Organization"},
               "pollInterval": {"type": "integer", "title": "Poll Interval (seconds)", "default": 300, "minimum": 60, "maximum": 3600},
               "projects": {"anyOf": [{"type": "array"}, {"type": "string"}]}}},
             "uiSchema": {"order": ["token", "org", "workspace", "unknown"], "fields": {
               "token": {"placeholder": "Enter Terraform Cloud token"}, "org": {"placeholder": "my-org"},
               "workspace": {"help": "Leave empty to monitor all workspaces"}}},
             "eventTypes": {"TerraformRun": {"displayName": "Terraform Runs", "fields": {
               "run_id": {"fieldLabel": "Run ID", "defaultVisibility": true}}}}}
            """;

    @Test
    void showsAConnectorsMetadataWithTheFormThatFollows() throws Exception {
        // When
        asConnector().body(TERRAFORM).put("/api/connectors/terraform").then().statusCode(204);

        // Then
        var metadata = given().get("/api/connectors/metadata/terraform").then().statusCode(200).extract().asString();
        var json = new ObjectMapper();
        assertThat(json.readTree(metadata).get("connectionForm")).isEqualTo(json.readTree(
                """
                        {"fields": [
                          {"key": "name", "label": "Connection Name", "type": "text", "placeholder": "Production Terraform Cloud", "required": true},
                          {"key": "token", "label": "API Token", "type": "password", "placeholder": "Enter Terraform Cloud token", "required": true},
                          {"key": "org", "label": "Organization", "type": "text", "placeholder": "my-org", "required": true},
                          {"key": "workspace", "label": "Workspace", "type": "text", "required": false, "help": "Leave empty to monitor all workspaces"},
                          {"key": "verify", "label": "verify", "type": "checkbox", "required": false, "default": true},
                          {"key": "pollInterval", "label": "Poll Interval (seconds)", "type": "number", "required": true, "default": "300", "min": 60, "max": 3600},
                          {"key": "projects", "label": "projects", "type": "text", "required": false}]}
                        """));
        var shown = (com.fasterxml.jackson.databind.node.ObjectNode) json.readTree(metadata);
        shown.remove("connectionForm");
        assertThat(shown).isEqualTo(json.readTree(TERRAFORM));
    }

    @Test
    void listsWhatRegistered() {
        Api.register("listed", "{}");

        given().get("/api/connectors/metadata").then().statusCode(200).body("id", hasItem("listed"));
        given().get("/api/connectors").then().statusCode(200)
                .body("find { it.id == 'listed' }.displayName", equalTo("Test listed"))
                .body("find { it.id == 'listed' }.live", equalTo(false))
                .body("find { it.id == 'listed' }.lastContact", nullValue())
                .body("find { it.id == 'listed' }.workers.size()", equalTo(0));
        given().get("/api/connectors/metadata/never").then().statusCode(404);
        as("any-tenant").get("/api/v1/connectors/metadata/listed").then().statusCode(200);
    }

    @Test
    void replacesWhatWasRegisteredBefore() {
        Api.register("replaced", "{\"properties\": {\"a\": {\"type\": \"string\"}}}");
        Api.register("replaced", "{\"properties\": {\"b\": {\"type\": \"string\"}}}");

        given().get("/api/connectors/metadata/replaced").then().body("configSchema.properties.keySet()", contains("b"));
        Api.create("t", "{\"type\": \"replaced\", \"name\": \"n\", \"config\": {\"a\": \"x\"}}").then().statusCode(400)
                .body("errors.pointer", contains("/config/a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"id": "other", "displayName": "D", "configSchema": {}}                                     | /id
            {"displayName": "D", "configSchema": {}}                                                    | /id
            {"id": "bad", "configSchema": {}}                                                           | /displayName
            {"id": "bad", "displayName": "D"}                                                           | /configSchema
            {"id": "bad", "displayName": "D", "configSchema": true}                                     | /configSchema
            {"id": "bad", "displayName": "D", "configSchema": {"type": "strin"}}                        | /configSchema/type
            {"id": "bad", "displayName": "D", "configSchema": {"$ref": "https://example.com/s"}}        | /configSchema/$ref
            {"id": "bad", "displayName": "D", "configSchema": {}, "color": "red"}                       | /color
            {"id": "bad", "displayName": "D", "configSchema": {}, "logo": "https://example.com/a.png"}  | /logo
            {"id": "bad", "displayName": "D", "configSchema": {}, "logo": "data:image/png;base64,!!"}   | /logo
            {"id": "bad", "displayName": "D", "configSchema": {}, "logo": "data:image/png;base64,AAAA"} | /logo
            {"id": "bad", "displayName": "D", "configSchema": {}, "logo": "data:image/svg+xml,text"}    | /logo
            {"id": "bad", "displayName": "D", "configSchema": {}, "eventTypes": {"a": {"displayName": ""}}} | /eventTypes/a/displayName
            {"id": "bad", "displayName": "D", "configSchema": {}, "eventTypes": {"a": null}}            | /eventTypes/a
            """)
    void refusesWhatCannotBeReliedOn(String body, String pointer) {
        asConnector().body(body).put("/api/connectors/bad").then().statusCode(400)
                .body("type", equalTo("/problems/validation")).body("errors.pointer", hasItem(pointer));
        given().get("/api/connectors/metadata/bad").then().statusCode(404);
    }

    @Test
    void takesPicturesUpToTheLimit() {
        var png = new byte[64 * 1024];
        System.arraycopy(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' }, 0, png, 0, 8);
        var body = "{\"id\": \"logo\", \"displayName\": \"D\", \"configSchema\": {}, \"logo\": \"data:image/png;base64,%s\"}";

        asConnector().body(body.formatted(Base64.getEncoder().encodeToString(png))).put("/api/connectors/logo").then()
                .statusCode(204);
        asConnector().body(body.formatted(Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(png, png.length + 1))))
                .put("/api/connectors/logo").then().statusCode(400).body("errors.pointer", containsInAnyOrder("/logo"));
    }
}
