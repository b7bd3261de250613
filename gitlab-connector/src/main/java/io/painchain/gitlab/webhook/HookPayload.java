package io.painchain.gitlab.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.gitlab.api.GitLabJson;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookInput.Encoding;

/** One delivery's payload. Headers name its kind differently for system, group and project hooks, so its own word counts. */
public record HookPayload(String kind, JsonNode body) {

    /** @throws IOException where it is no JSON object */
    public static HookPayload of(Delivery delivery) throws IOException {
        return parse(delivery.encoding() == Encoding.base64 ? Base64.getDecoder().decode(delivery.body())
                : delivery.body().getBytes(StandardCharsets.UTF_8));
    }

    static HookPayload parse(byte[] json) throws IOException {
        JsonNode body = GitLabJson.tree(json);
        if (body == null || !body.isObject()) {
            throw new IOException("is no JSON object");
        }
        return new HookPayload(body.path("object_kind").asText(body.path("event_name").asText("")), body);
    }

    public boolean is(String name) {
        return name.equals(kind);
    }

    public String text(String field) {
        return body.path(field).asText("");
    }

    /** Of what the payload is about; some kinds keep it at the top. */
    public JsonNode attribute(String field) {
        return body.path("object_attributes").path(field);
    }

    public String action() {
        return attribute("action").asText(text("action"));
    }

    /** @throws IOException where there is none */
    public long iid() throws IOException {
        return number(attribute("iid"), "iid");
    }

    /** @throws IOException where there is none */
    public long id() throws IOException {
        return number(attribute("id"), "id");
    }

    /** @throws IOException where there is none */
    public long number(String field) throws IOException {
        return number(body.path(field), field);
    }

    /** @throws IOException where there is none */
    public String named(String field) throws IOException {
        JsonNode value = body.path("object_attributes").has(field) ? attribute(field) : body.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IOException(field + ": is missing");
        }
        return value.asText();
    }

    /** The project's path, or, where only its number is told, that in words; empty where it is of none. */
    public String project() {
        String path = body.path("project").path("path_with_namespace").asText("");
        return !path.isEmpty() || projectId() == null ? path : "project " + projectId();
    }

    /** {@code null} where it is not told. */
    public Long projectId() {
        JsonNode id = body.path("project").has("id") ? body.path("project").path("id") : body.path("project_id");
        return id.canConvertToLong() && id.isIntegralNumber() ? Long.valueOf(id.asLong()) : null;
    }

    private static long number(JsonNode value, String field) throws IOException {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IOException(field + ": is no number");
        }
        return value.asLong();
    }
}
