package io.painchain.github.webhook;

import java.util.Map;

import io.painchain.connector.webhook.HookReading;

/** Events of which no kind of change has anything to say. */
public final class OtherEvents {

    private static final Map<String, String> REASONS = Map.of("ping", "A ping only shows that the hook is there",
            "workflow_job", "A job is part of its run, which has events of its own",
            "check_run", "Checks are no events here; runs of workflows are", "check_suite",
            "Checks are no events here; runs of workflows are", "status", "Commit statuses are no events here");

    private OtherEvents() {
    }

    public static HookReading read(HookPayload payload) {
        return payload.is("repository") ? HookReading.hint("The next look at the repository shows it")
                : HookReading.ignored(reason(payload));
    }

    public static String reason(HookPayload payload) {
        return REASONS.getOrDefault(payload.event(), "Nothing of this kind is an event on the timeline");
    }
}
