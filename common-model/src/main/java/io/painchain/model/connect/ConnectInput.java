package io.painchain.model.connect;

import java.util.Map;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The input of a {@link io.painchain.model.task.TaskKind#connect}. Secrets in clear: never to be logged.
 *
 * @param way one of those that the connector declares
 * @param inputs what the user entered, by name
 * @param kept what the connector asked to keep at the step before
 * @param handshake to go to the provider and come back; absent for {@link Action#refresh} and {@link Action#revoke}
 * @param answer what the provider sent the browser back with; empty for a code
 * @param grant for {@link Action#refresh} and {@link Action#revoke}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectInput(Action action, String way, Map<String, String> inputs, @Nullable Map<String, String> kept,
        @Nullable Handshake handshake, @Nullable Map<String, String> answer, @Nullable ConnectGrant grant) {

    /** What is to be done. */
    public enum Action {
        /** Say the first step. */
        begin,
        /** Take the provider's answer to a step, or ask whether the code was entered. */
        proceed,
        /** Get new tokens for the refresh token. */
        refresh,
        /** Take back what was granted. */
        revoke
    }

    /**
     * Made by the backend, which checks what comes back.
     *
     * @param state for the step that follows
     * @param codeChallenge S256, for the step that follows
     * @param codeVerifier of the step that is answered; absent at first
     * @param redirectUrl where the provider sends the browser
     * @param webhookUrl where the provider could send webhooks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Handshake(String state, String codeChallenge, @Nullable String codeVerifier, String redirectUrl,
            String webhookUrl) {
    }
}
