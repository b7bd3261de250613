package io.painchain.backend.connect;

import java.time.Instant;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How connecting goes.
 *
 * @param url where the browser goes next, while it is waiting; for a code, where it is entered
 * @param leaves whether the browser is to go there by itself; else a code is entered there
 * @param userCode to be entered
 * @param intervalSeconds how often to ask whether it was
 * @param error why it was refused
 * @param integrationId what it came to
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConnectFlowView(String id, String type, String way, State state, @Nullable String url, boolean leaves,
        @Nullable String userCode, @Nullable Integer intervalSeconds, Instant expiresAt, @Nullable String error,
        @Nullable String integrationId) {

    /** Where it stands. */
    public enum State {
        /** For the user, at the provider. */
        waiting,
        /** For the provider's answer. */
        busy,
        /** There is an integration. */
        connected,
        /** There is none. */
        refused
    }
}
