package io.painchain.backend.task;

import static io.painchain.backend.Api.asConnector;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.painchain.backend.Api;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** A connector of a type of its own, played over HTTP. */
public final class PlayedConnector {

    public static final String SCHEMA = """
            {"type": "object", "required": ["token"], "properties": {
              "token": {"type": "string", "minLength": 1, "writeOnly": true},
              "repositories": {"x-discover": true, "oneOf": [{"type": "string"}, {"type": "array", "items": {"oneOf": [
                {"type": "string", "pattern": "^[^/]+(/[^/]+)+$"},
                {"type": "object", "required": ["owner", "repo"], "additionalProperties": false, "properties":
                  {"owner": {"type": "string"}, "repo": {"type": "string"}, "tags": {"type": "array"}}}]}}]},
              "pollInterval": {"type": "integer", "minimum": 60, "maximum": 3600},
              "apiUrl": {"type": "string", "x-secret-target": true}}}
            """;
    public static final String TOKEN = "ghp_0123456789abcdefghijklmnopqrstuva1b2";

    public final String type;

    private PlayedConnector(String type) {
        this.type = type;
    }

    public static PlayedConnector start() {
        var connector = new PlayedConnector("type-" + Api.newTenant().substring(2, 14));
        Api.register(connector.type, SCHEMA);
        return connector;
    }

    public String integration(String tenant) {
        return integration(tenant, TOKEN, "[\"acme/api\"]");
    }

    public String integration(String tenant, String token, String repositories) {
        return Api.create(tenant, """
                {"type": "%s", "name": "Production", "config": {"token": "%s", "repositories": %s}}
                """.formatted(type, token, repositories)).then().statusCode(201).extract().path("id");
    }

    /** What there is now. */
    public JsonPath lease() {
        return lease("wait=0");
    }

    public JsonPath lease(String query) {
        return leased(query).then().statusCode(200).extract().jsonPath();
    }

    Response leased(String query) {
        return asConnector().post("/api/connectors/%s/tasks/lease?%s".formatted(type, query));
    }

    /** The one task that there is within a while. */
    Map<String, Object> take() {
        List<Map<String, Object>> tasks = lease("wait=10&max=1").getList("");
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    public ValidatableResponse progress(Object task, String body) {
        return asConnector().body(body).post("/api/connectors/%s/tasks/%s/progress".formatted(type, task)).then();
    }

    ValidatableResponse release(Object task, String body) {
        return asConnector().body(body).post("/api/connectors/%s/tasks/%s/release".formatted(type, task)).then();
    }

    public ValidatableResponse result(Object task, String body) {
        return asConnector().body(body).post("/api/connectors/%s/tasks/%s/result".formatted(type, task)).then();
    }

    /** Sends a request that waits for an answer, and awaited it. */
    public Exchange answers(Supplier<Response> request, String result) {
        var response = CompletableFuture.supplyAsync(request);
        var task = take();
        result(task.get("id"), result).statusCode(204);
        return new Exchange(task, response.join().then());
    }

    public record Exchange(Map<String, Object> task, ValidatableResponse response) {
    }
}
