package io.painchain.backend.event;

import java.util.concurrent.Semaphore;

import io.painchain.backend.event.store.IncomingEvent;
import io.painchain.backend.integration.IntegrationReference;

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

    /** For a writer that ended with an error. */
    void abandon() {
        fail(new IllegalStateException("The transaction that was to write this event was abandoned"));
    }

    /** Returns when the event is done, or when this caller is to write the next group. */
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
