package io.painchain.gitlab.change.issue;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.webhook.HookReading;
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.webhook.HookPayload;

/** Which step of an issue a delivery announces. */
final class HookedIssues {

    private static final Set<String> KINDS = Set.of("issue", "work_item");
    private static final String NUMBER = "The issue's steps do not show it yet";
    private static final String FACTS = "It changes facts of an event, which the poll keeps current";

    private HookedIssues() {
    }

    static Optional<HookReading> read(HookPayload payload, ProjectScope scope) throws IOException {
        if (payload.is("note") && "Issue".equals(payload.attribute("noteable_type").asText())) {
            return Optional.of(HookReading.hint(FACTS));
        }
        return KINDS.contains(payload.kind()) ? Optional.of(step(payload, scope)) : Optional.empty();
    }

    private static HookReading step(HookPayload payload, ProjectScope scope) throws IOException {
        String step = switch (payload.action()) {
            case "open" -> "opened";
            case "close" -> "closed";
            case "reopen" -> "reopened";
            default -> payload.body().path("changes").has("labels") ? "labeled" : null;
        };
        return step == null ? HookReading.hint(FACTS)
                : HookReading.lookedUp(new Lookup("issue-" + scope.identity() + "-" + payload.iid() + "#" + step), NUMBER);
    }
}
