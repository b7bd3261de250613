package io.painchain.gitlab.webhook;

import java.util.Map;

/** Events of which no kind of change has anything to say. */
public final class OtherEvents {

    private static final Map<String, String> REASONS = Map.of("note", "Comments on commits and snippets are no events here",
            "user_add_to_group", "Members are no events here", "user_remove_from_group", "Members are no events here",
            "user_update_for_group", "Members are no events here", "", "It does not say what it tells of");

    private OtherEvents() {
    }

    public static String reason(HookPayload payload) {
        return REASONS.getOrDefault(payload.kind(), "Nothing of this kind is an event on the timeline");
    }
}
