package io.painchain.backend.connect;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.painchain.backend.connect.ConnectFlowView.State;
import io.painchain.model.connect.ConnectStep;

/**
 * A row.
 *
 * @param caller who began it, and goes on with it
 * @param content encrypted; {@code null} once it has ended
 * @param askAt when a connector may be asked whether a code was entered; {@code null} for other steps
 */
record ConnectFlow(String tenantId, UUID id, String type, String way, String name, String caller, State state, byte[] content,
        Instant askAt, Integer intervalSeconds, String error, UUID integrationId, Instant expiresAt) {

    /**
     * What is stored encrypted.
     *
     * @param inputs what the user entered
     * @param kept what the connector wants back
     * @param verifier of the step's challenge
     * @param redirectUrl where the provider sends the browser
     * @param by shown as who connected it
     */
    record Content(Map<String, String> inputs, Map<String, String> kept, String verifier, String redirectUrl,
            String webhookUrl, String by, ConnectStep step) {
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
