package io.painchain.backend.subscription.outbox;

import java.util.UUID;

/**
 * @param attempt counted from 1, with this one
 * @param remoteId what the receiver calls the event's annotation, or {@code null}
 */
public record DueMessage(UUID id, UUID eventId, long revision, int attempt, String body, String remoteId) {

    /** The same for every attempt, and without a dot, which separates what is signed. */
    public String wireId() {
        return eventId + "_" + revision;
    }
}
