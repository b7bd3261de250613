package io.painchain.github.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.github.api.GitHubJson;
import io.painchain.github.api.record.hook.HookRepository;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookInput.Encoding;

/** One delivery's event, as its header names it, and its payload. */
public record HookPayload(String event, JsonNode body) {

    /** @throws IOException where it is no JSON object */
    public static HookPayload of(Delivery delivery) throws IOException {
        return parse(delivery.event(), delivery.encoding() == Encoding.base64 ? Base64.getDecoder().decode(delivery.body())
                : delivery.body().getBytes(StandardCharsets.UTF_8));
    }

    static HookPayload parse(String event, byte[] json) throws IOException {
        JsonNode body = GitHubJson.tree(json);
        if (body == null || !body.isObject()) {
            throw new IOException("is no JSON object");
        }
        return new HookPayload(event == null ? "" : event, body);
    }

    public boolean is(String name) {
        return name.equals(event);
    }

    /** Says what happened to the record, which may have changed again since: never instead of the record's fields. */
    public String action() {
        return body.path("action").asText("");
    }

    public String text(String field) {
        return body.path(field).asText("");
    }

    /** @throws IOException where the record is missing or has another shape */
    public <T> T record(String field, Class<T> type) throws IOException {
        try {
            return GitHubJson.read(body.path(field), type);
        } catch (IOException e) {
            throw new IOException(field + ": " + e.getMessage(), e);
        }
    }

    public <T> T whole(Class<T> type) throws IOException {
        return GitHubJson.read(body, type);
    }

    /** Empty for what is of an account, such as an App's installation. */
    public Optional<HookRepository> repository() throws IOException {
        return body.path("repository").isObject() ? Optional.of(record("repository", HookRepository.class)) : Optional.empty();
    }
}
