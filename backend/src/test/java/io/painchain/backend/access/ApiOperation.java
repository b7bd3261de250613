package io.painchain.backend.access;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.event.Drafts;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** An operation of the API's own document, called with generated values. */
record ApiOperation(String id, String method, String path, List<String> queries) {

    /** Valid bodies, so that what is refused is refused for who asks. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("postEvent",
                    "{\"title\": \"t\", \"connector\": \"script\", \"project\": \"p\", \"timestamp\": \"2026-01-31T12:00:00Z\"}"),
            Map.entry("postEventBatch", "{\"events\": []}"),
            Map.entry("createIntegration", "{\"type\": \"isolated\", \"name\": \"n\", \"config\": {}, \"enabled\": false}"),
            Map.entry("putIntegration", "{\"name\": \"taken over\"}"),
            Map.entry("patchIntegration", "{\"name\": \"taken over\"}"),
            Map.entry("selectRepositories", "{\"repositories\": [\"acme/api\"]}"),
            Map.entry("putRepositories", "{\"repositories\": [\"acme/api\"]}"),
            Map.entry("putAuthor", "{\"connector\": \"isolated\", \"author\": \"somebody\"}"),
            Map.entry("mergePerson", "{\"personId\": \"018f0000-0000-7000-8000-000000000000\"}"),
            Map.entry("patchPerson", "{\"bot\": true}"),
            Map.entry("requestBackfill", "{\"from\": \"2026-01-01T00:00:00Z\"}"),
            Map.entry("testConnection", "{\"type\": \"isolated\", \"config\": {}}"),
            Map.entry("discoverRepositories", "{\"type\": \"isolated\", \"config\": {}}"),
            Map.entry("putRetention", "{\"months\": 1200}"),
            Map.entry("putFieldVisibility", "{\"fields\": {\"x\": false}}"),
            Map.entry("createTeam", "{\"name\": \"n\", \"tags\": [\"t\"]}"),
            Map.entry("putTeam", "{\"name\": \"taken over\"}"), Map.entry("patchWebhookConfig", "{}"),
            Map.entry("patchTeam", "{\"name\": \"taken over\"}"),
            Map.entry("createSubscription",
                    "{\"name\": \"n\", \"target\": \"slack\", \"url\": \"https://chat.example.com/services/x\"}"),
            Map.entry("patchSubscription", "{\"name\": \"taken over\"}"), Map.entry("replayOutgoingMessages", "{}"),
            Map.entry("createView", "{\"name\": \"n\", \"query\": \"\"}"),
            Map.entry("putView", "{\"name\": \"taken over\"}"), Map.entry("patchView", "{\"name\": \"taken over\"}"),
            Map.entry("createKey", "{\"name\": \"n\", \"role\": \"viewer\"}"), Map.entry("signIn", "{\"key\": \"pck_x\"}"),
            Map.entry("patchMember", "{\"role\": \"owner\", \"suspended\": false}"),
            Map.entry("createInvitation", "{\"email\": \"b@example.com\", \"role\": \"viewer\"}"),
            Map.entry("startConnect", "{\"type\": \"isolated\", \"way\": \"w\"}"),
            Map.entry("acceptInvitation", "{\"token\": \"x\"}"));

    static List<ApiOperation> all() {
        var document = Drafts.json(given().get("/q/openapi?format=json").asString());
        var operations = new ArrayList<ApiOperation>();
        document.path("paths").properties().stream().filter(path -> path.getKey().startsWith("/api/"))
                .forEach(path -> path.getValue().properties().stream().filter(one -> one.getValue().has("operationId"))
                        .forEach(one -> operations.add(of(one.getKey(), path.getKey(), one.getValue()))));
        return List.copyOf(operations);
    }

    private static ApiOperation of(String method, String path, JsonNode description) {
        var queries = new ArrayList<String>();
        description.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                queries.add(parameter.path("name").asText());
            }
        });
        return new ApiOperation(description.path("operationId").asText(), method.toUpperCase(), path, List.copyOf(queries));
    }

    boolean isPublic() {
        return Operations.isPublic(id);
    }

    boolean changes() {
        return !method.equals("GET");
    }

    boolean isStream() {
        return id.equals("streamEvents");
    }

    boolean namesAnObject() {
        return path.contains("{id}");
    }

    /** The same path below the collection of the id, e.g. {@code integrations}. */
    String collection() {
        return path.split("/")[2];
    }

    String body() {
        return BODIES.get(id);
    }

    /** @param id of an object, for {@code {id}} and {@code {rejectedId}} */
    Response call(RequestSpecification request, String id, String query) {
        return send(request, id, query, changes() ? body() : null);
    }

    Response callWith(RequestSpecification request, String id, String body) {
        return send(request, id, "", body);
    }

    private Response send(RequestSpecification request, String id, String query, String body) {
        var target = path.replace("{id}", id).replace("{rejectedId}", id).replace("{type}", "isolated")
                .replace("{path}", "repos/acme/api").replace("{connector}", "isolated").replace("{name}", "acme%2Fapi")
                .replace("{worker}", "w").replace("{message}", id).replace("{account}", id);
        var wait = queries.contains("wait") ? "wait=0" : "";
        var all = (query.isEmpty() || wait.isEmpty() ? query + wait : query + "&" + wait);
        var prepared = request.urlEncodingEnabled(false);
        return (body == null ? prepared : prepared.body(body)).request(method, all.isEmpty() ? target : target + "?" + all);
    }

    @Override
    public String toString() {
        return id;
    }
}
