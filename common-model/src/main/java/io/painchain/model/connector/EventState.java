package io.painchain.model.connector;

import java.util.Map;

/** What a {@code status} means for what an event tells of. */
public enum EventState {
    /** Not begun: queued, or to be approved. */
    waiting,
    going,
    done,
    failed,
    /** Over, and neither: superseded, cancelled, no longer in use. */
    ended;

    /** For events by hand: the states themselves, and words that say no more. */
    public static final Map<String, EventState> BY_HAND = Map.ofEntries(Map.entry("waiting", waiting),
            Map.entry("queued", waiting), Map.entry("pending", waiting), Map.entry("going", going),
            Map.entry("in_progress", going), Map.entry("running", going), Map.entry("done", done), Map.entry("success", done),
            Map.entry("succeeded", done), Map.entry("failed", failed), Map.entry("failure", failed), Map.entry("error", failed),
            Map.entry("ended", ended), Map.entry("cancelled", ended), Map.entry("superseded", ended));
}
