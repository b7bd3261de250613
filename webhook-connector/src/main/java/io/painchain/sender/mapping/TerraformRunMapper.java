package io.painchain.sender.mapping;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.DraftBuilder;

/** Runs of workspaces: one event a run, with its newest state. */
final class TerraformRunMapper implements SenderMapper {

    @Override
    public String type() {
        return "hcp-terraform";
    }

    @Override
    public SenderReading read(JsonNode payload, String integrationId, Instant receivedAt) throws IOException {
        JsonNode notification = payload.path("notifications").path(0);
        String trigger = Fields.required(notification, "trigger");
        if ("verification".equals(trigger)) {
            return SenderReading.ignored("A verification only shows that the notification is set up");
        }
        if (Fields.text(payload.path("run_id")) == null) {
            return SenderReading.ignored("It tells of no run");
        }
        String run = Fields.required(payload, "run_id");
        String workspace = Fields.required(payload, "workspace_name");
        String project = Fields.required(payload, "organization_name") + "/" + workspace;
        String status = Fields.text(notification.path("run_status"));
        Instant began = Fields.time(payload.path("run_created_at"));
        Instant updated = Fields.time(notification.path("run_updated_at"));
        boolean ended = status != null
                && status.matches("applied|errored|discarded|canceled|planned_and_finished|policy_soft_failed");
        SenderScope scope = new SenderScope(type(), integrationId, project, receivedAt);
        return SenderReading.of(DraftBuilder.of(scope, "terraform_run").externalId("run-" + run)
                .title("[Run] ", workspace + " ", status == null ? trigger : status)
                .at("run_created_at", began == null ? updated : began, updated, receivedAt)
                .asOf(updated == null ? receivedAt : updated).until("run_updated_at", ended ? updated : null)
                .status(status == null ? Fields.word(trigger) : status).url(Fields.link(payload.path("run_url")))
                .author(Fields.text(payload.path("run_created_by"))).description(Fields.text(payload.path("run_message")))
                .entity("terraform_run:" + run).data("workspace", workspace).data("run_id", run).data("trigger", trigger)
                .build());
    }
}
