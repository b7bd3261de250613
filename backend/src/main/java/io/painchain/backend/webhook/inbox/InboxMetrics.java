package io.painchain.backend.webhook.inbox;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.backend.webhook.inbox.DeliveryWriter.Stored;

@Singleton
class InboxMetrics {

    private static final String TYPE = "type";

    private final MeterRegistry registry;

    InboxMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void received(String type, Stored stored) {
        registry.counter("webhook.events.received", TYPE, type, "outcome", stored.name()).increment();
    }

    /** @param isKnown whether a connector of that type takes webhooks: whatever a stranger calls makes no series */
    void refused(String type, boolean isKnown) {
        registry.counter("webhook.events.refused", TYPE, isKnown ? type : "unknown").increment();
    }
}
