package io.painchain.backend;

import static io.restassured.RestAssured.given;

import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Calls the API as a user of a tenant or as a connector. */
public final class Api {

    public static final String CONNECTOR_KEY = "test-connector-key";

    private Api() {
    }

    /** A tenant that no other test knows. */
    public static String newTenant() {
        return "t-" + UUID.randomUUID();
    }

    public static RequestSpecification as(String tenant) {
        return given().contentType(ContentType.JSON).header("x-tenant-id", tenant);
    }

    public static RequestSpecification asConnector() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + CONNECTOR_KEY);
    }

    public static void register(String type, String configSchema) {
        asConnector().body("""
                {"id": "%s", "displayName": "Test %s", "configSchema": %s}
                """.formatted(type, type, configSchema)).put("/api/connectors/" + type).then().statusCode(204);
    }

    public static Response create(String tenant, String body) {
        return as(tenant).body(body).post("/api/integrations");
    }
}
