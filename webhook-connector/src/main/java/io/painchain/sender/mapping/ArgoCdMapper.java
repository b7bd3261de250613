package io.painchain.sender.mapping;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.DraftBuilder;

/** Operations of applications, in the shape of the template that the documentation gives. */
final class ArgoCdMapper implements SenderMapper {

    private static final Map<String, String> STATUS = Map.of("Succeeded", "success", "Failed", "failure", "Error", "error",
            "Running", "in_progress");

    @Override
    public String type() {
        return "argocd";
    }

    /** One event for an operation, whose state changes. */
    @Override
    public SenderReading read(JsonNode payload, String integrationId, Instant receivedAt) throws IOException {
        String app = Fields.required(payload, "app");
        String phase = Fields.required(payload, "phase");
        String revision = Fields.text(payload.path("revision"));
        Instant began = Fields.time(payload.path("startedAt"));
        if (began == null) {
            throw new IOException("startedAt: is no time");
        }
        Instant ended = Fields.time(payload.path("finishedAt"));
        String project = Fields.text(payload.path("project"));
        String status = STATUS.getOrDefault(phase, Fields.word(phase));
        SenderScope scope = new SenderScope(type(), integrationId, project == null ? app : project + "/" + app, receivedAt);
        return SenderReading.of(DraftBuilder.of(scope, "deployment")
                .externalId("sync-" + app + "-" + revision + "@" + began).title("[Deployment] ", app + " ", status)
                .at("startedAt", began).asOf(ended == null ? began : ended).until("finishedAt", ended).status(status)
                .url(Fields.link(payload.path("url"))).description(Fields.text(payload.path("message")))
                .entity("application:" + app).key(revision == null ? null : "sha:" + revision).data("application", app)
                .data("revision", revision).data("destination", Fields.text(payload.path("destination")))
                .data("sync_status", Fields.text(payload.path("sync"))).data("health", Fields.text(payload.path("health")))
                .build());
    }
}
