package io.painchain.terraform;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.DraftScope;
import io.painchain.model.event.EventDraft;

final class RunMapper {

    static final String TYPE = "TerraformRun";

    private RunMapper() {
    }

    /** The same run has the same external id in each of its states, so that a later one updates the event. */
    static EventDraft toDraft(DraftScope scope, Run run) {
        Run.Attributes attributes = run.attributes();
        String[] place = scope.project().split("/", 2);
        return DraftBuilder.of(scope, TYPE).externalId("terraform-run-" + run.id())
                .title("[Terraform] ",
                        attributes.message() == null || attributes.message().isBlank() ? run.id() : attributes.message())
                .at("created_at", run.createdAt()).until("ended_at", run.goesOn() ? null : run.changedAt())
                .asOf(run.changedAt()).status(status(attributes.status())).entity("terraform_run:" + run.id())
                .url("https://app.terraform.io/app/" + place[0] + "/workspaces/" + place[1] + "/runs/" + run.id())
                .data("run_id", run.id()).data("status", attributes.status()).data("workspace", place[1])
                .data("changes", attributes.hasChanges()).data("destroy", attributes.isDestroy())
                .data("source", attributes.source()).build();
    }

    /** In the words that the dashboard colours. */
    private static String status(String status) {
        return switch (status) {
            case "applied", "planned_and_finished", "planned_and_saved" -> "success";
            case "errored", "policy_soft_failed" -> "failure";
            case "canceled", "force_canceled", "discarded" -> "cancelled";
            default -> "in_progress";
        };
    }
}
