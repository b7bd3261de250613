package io.painchain.backend.event;

import java.util.concurrent.Semaphore;

import io.painchain.backend.event.store.IncomingEvent;
import io.painchain.backend.integration.IntegrationReference;

/** An event that waits to be written, and then what became of it. */
final class WaitingEvent {

    private final IncomingEvent incoming;
    private final IntegrationReference integration;
    private final Semaphore news = new Semaphore(0);
    private volatile IngestedEvent ingested;
    private volatile RuntimeException failure;

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
        wake();
    }

    void fail(RuntimeException reason) {
        failure = reason;
        wake();
    }

    /** Nobody writes it any more: an error ended its writer. */
    void abandon() {
        fail(new IllegalStateException("The transaction that was to write this event was abandoned"));
    }

    /** Until it is done, or is the one to write what waits. */
    void await() {
        news.acquireUninterruptibly();
    }

    void wake() {
        news.release();
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
