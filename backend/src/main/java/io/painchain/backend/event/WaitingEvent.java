package io.painchain.backend.event;

import io.painchain.backend.integration.IntegrationReference;

/**
 * An event that waits to be written, and then what became of it. Whoever reads the result has had the turn after its writer.
 */
final class WaitingEvent {

    private final IncomingEvent incoming;
    private final IntegrationReference integration;
    private IngestedEvent ingested;
    private RuntimeException failure;

    WaitingEvent(IncomingEvent incoming, IntegrationReference integration) {
        this.incoming = incoming;
        this.integration = integration;
    }

    IncomingEvent incoming() {
        return incoming;
    }

    /** {@code null} for an event without an integration. */
    IntegrationReference integration() {
        return integration;
    }

    void succeed(IngestedEvent result) {
        ingested = result;
    }

    void fail(RuntimeException reason) {
        failure = reason;
    }

    /** Nobody writes it any more: an error ended its writer. */
    void abandon() {
        failure = new IllegalStateException("The transaction that was to write this event was abandoned");
    }

    boolean isDone() {
        return ingested != null || failure != null;
    }

    IngestedEvent result() {
        if (failure != null) {
            throw failure;
        }
        return ingested;
    }
}
