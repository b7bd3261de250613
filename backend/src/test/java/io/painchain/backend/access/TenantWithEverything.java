package io.painchain.backend.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.painchain.backend.Api;
import io.restassured.specification.RequestSpecification;

/** A tenant with something of everything, all of which carries a word that no other tenant knows. */
final class TenantWithEverything {

    final String tenant = Api.newTenant();
    final String word = "secretword" + UUID.randomUUID().toString().replace("-", "");
    /** {@code null} where nobody needs one. */
    final String owner;
    /** By the first segment of their path. */
    final Map<String, String> ids = new HashMap<>();
    private int filled;

    TenantWithEverything() {
        owner = Keys.create(tenant, "owner");
        fill();
        ids.put("members", Users.member(tenant, word, "viewer"));
        ids.put("invitations", as().body("{\"email\": \"%s@example.com\", \"role\": \"viewer\"}".formatted(word))
                .post("/api/invitations").then().statusCode(201).extract().path("stored.id"));
        ids.put("keys", as().body("{\"name\": \"%s\", \"role\": \"viewer\"}".formatted(word)).post("/api/keys").then()
                .statusCode(201).extract().path("stored.id"));
    }

    private TenantWithEverything(String owner) {
        this.owner = owner;
        fill();
    }

    static TenantWithEverything inOpenMode() {
        return new TenantWithEverything(null);
    }

    /** One more of each. */
    void fill() {
        Api.register("isolated", "{\"type\": \"object\", \"properties\": {\"note\": {\"type\": \"string\"}}}");
        var integration = create("/api/integrations",
                "{\"type\": \"isolated\", \"name\": \"%1$s\", \"config\": {\"note\": \"%1$s\"}}");
        var event = create("/api/events", """
                {"title": "%1$s", "connector": "isolated", "project": "%1$s", "author": "%1$s", "tags": ["%1$s"],
                 "description": "%1$s", "type": "deployment", "entity": "%1$s", "correlationKeys": ["commit:%1$s"],
                 "timestamp": "2026-01-31T12:00:00Z", "integrationId": "INTEGRATION"}"""
                .replace("INTEGRATION", integration));
        var task = as().post("/api/integrations/" + integration + "/sync").then().statusCode(202).extract()
                .<String> path("taskId");
        as().body("{\"connector\": \"isolated\", \"author\": \"%s\"}".formatted(word + "y".repeat(filled)))
                .put("/api/people/authors").then().statusCode(204);
        ids.put("people", as().get("/api/people").then().extract().path("[0].id"));
        ids.putAll(Map.of("integrations", integration, "events", event, "tasks", task,
                "teams", create("/api/teams", "{\"name\": \"%1$s\", \"tags\": [\"%1$s\"]}"),
                "subscriptions", create("/api/subscriptions",
                        "{\"name\": \"%1$s\", \"target\": \"webhook\", \"url\": \"https://%1$s.example.com\"}"),
                "views", create("/api/views", "{\"name\": \"%1$s\", \"query\": \"tag=%1$s\"}")));
        filled++;
    }

    RequestSpecification as() {
        return owner == null ? Api.as(tenant) : Keys.with(owner);
    }

    /** All that the tenant sees of its own objects. */
    List<String> state() {
        return List.of("/api/integrations/" + ids.get("integrations"), "/api/events/" + ids.get("events"), "/api/keys",
                "/api/members",
                "/api/invitations",
                "/api/teams", "/api/people", "/api/views", "/api/subscriptions", "/api/tasks", "/api/retention",
                "/api/field-visibility",
                "/api/integrations",
                "/api/events").stream().filter(path -> owner != null || !path.equals("/api/keys"))
                .map(path -> as().get(path).then().statusCode(200).extract().asString())
                .map(json -> json.replaceAll("\"lastUsedAt\":[^,}]*", "")).toList();
    }

    private String create(String path, String body) {
        return as().body(body.formatted(word + "x".repeat(filled))).post(path).then().statusCode(201).extract().path("id");
    }
}
