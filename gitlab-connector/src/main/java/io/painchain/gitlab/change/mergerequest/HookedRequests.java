package io.painchain.gitlab.change.mergerequest;

import java.io.IOException;
import java.util.Optional;

import io.painchain.connector.webhook.HookReading;
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.webhook.HookPayload;

/** Which step of a merge request a delivery announces. */
final class HookedRequests {

    private static final String NUMBER = "The merge request's steps do not show it yet";
    private static final String FACTS = "It changes facts of an event, which the poll keeps current";

    private HookedRequests() {
    }

    static Optional<HookReading> read(HookPayload payload, ProjectScope scope) throws IOException {
        if (payload.is("note") && "MergeRequest".equals(payload.attribute("noteable_type").asText())) {
            return Optional.of(HookReading.hint(FACTS));
        }
        return payload.is("merge_request") ? Optional.of(step(payload, scope)) : Optional.empty();
    }

    private static HookReading step(HookPayload payload, ProjectScope scope) throws IOException {
        String step = switch (payload.action()) {
            case "open" -> "opened";
            case "merge" -> "merged";
            case "close" -> "closed";
            case "reopen" -> "reopened";
            case "approved", "approval", "unapproved", "unapproval" -> "approval";
            default -> null;
        };
        return step == null ? HookReading.hint(FACTS)
                : HookReading.lookedUp(new Lookup("mr-" + scope.identity() + "-" + payload.iid() + "#" + step), NUMBER);
    }
}
