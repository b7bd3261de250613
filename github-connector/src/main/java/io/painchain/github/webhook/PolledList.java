package io.painchain.github.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.connector.cycle.HookAddress;
import io.painchain.github.api.GitHubJson;
import io.painchain.model.integration.PolledPage;
import io.painchain.model.task.WebhookInput.Delivery;

/**
 * A page of a list as a poll got it, kept for a rehearsal.
 *
 * @param repository by name, or {@code null} where only {@code repositoryId} is known
 * @param list below the repository, such as {@code /releases}
 */
public record PolledList(String repository, Long repositoryId, String list, JsonNode body) {

    private static final Pattern ADDRESS = Pattern
            .compile("/(?:repos/([^/?]+/[^/?]+)|repositories/([0-9]{1,18}))(/[^?]*)?(?:[?].*)?$");

    /** Empty for what is a delivery. */
    public static Optional<PolledList> of(Delivery delivery) throws IOException {
        if (!PolledPage.EVENT.equals(delivery.event())) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(delivery.headers().getOrDefault(PolledPage.ADDRESS, ""));
        if (!address.find()) {
            throw new IOException("is of no repository");
        }
        return Optional.of(new PolledList(address.group(1), address.group(2) == null ? null : Long.valueOf(address.group(2)),
                address.group(3) == null ? "" : address.group(3),
                GitHubJson.tree(delivery.body().getBytes(StandardCharsets.UTF_8))));
    }

    public HookAddress address() {
        return new HookAddress(repository == null ? "/repositories/" + repositoryId : repository, repositoryId, null);
    }

    public <T> List<T> records(Class<T> type) throws IOException {
        List<T> records = new ArrayList<>();
        for (JsonNode record : body) {
            records.add(GitHubJson.read(record, type));
        }
        return records;
    }

    /** Each record as the webhook has it that tells of the same; empty where none does. */
    public List<HookPayload> payloads() {
        List<HookPayload> payloads = new ArrayList<>();
        switch (list) {
            case "/actions/runs" -> body.path("workflow_runs")
                    .forEach(run -> payloads.add(payload("workflow_run", "workflow_run", "requested", run)));
            case "/deployments" -> body
                    .forEach(deployment -> payloads.add(payload("deployment", "deployment", "created", deployment)));
            case "/releases" -> body.forEach(release -> payloads.add(payload("release", "release", "published", release)));
            case "/pulls" -> body.forEach(pull -> payloads.add(payload("pull_request", "pull_request",
                    pull.path("merged_at").isTextual() ? "closed" : "opened", pull)));
            case "/issues" -> body.forEach(issue -> {
                if (!issue.path("pull_request").isObject()) {
                    payloads.add(payload("issues", "issue", "opened", issue));
                }
            });
            default -> {
                // what belongs to other records
            }
        }
        return payloads;
    }

    private static HookPayload payload(String event, String field, String action, JsonNode record) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("action", action);
        body.set(field, record);
        return new HookPayload(event, body);
    }
}
