package io.painchain.backend.integration;

import jakarta.inject.Singleton;

import io.painchain.backend.database.AllTenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Removes the events of integrations deleted with them, in portions, and continues after a crash. */
@Singleton
class EventRemoval {

    private static final int AT_ONCE = 5_000;

    private final IntegrationRepository integrations;
    private final IntegrationEvents events;

    EventRemoval(IntegrationRepository integrations, IntegrationEvents events) {
        this.integrations = integrations;
        this.events = events;
    }

    @AllTenants
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void resume() {
        QuarkusTransaction.requiringNew().call(integrations::withEventsToRemove).forEach(this::finish);
    }

    /** Removes a portion at once; the rest in the background. */
    void begin(IntegrationReference deleted) {
        removeSome(deleted);
    }

    private void finish(IntegrationReference deleted) {
        while (removeSome(deleted)) {
            // removes a portion per call
        }
    }

    private boolean removeSome(IntegrationReference deleted) {
        boolean isMore = QuarkusTransaction.requiringNew()
                .call(() -> events.removeSome(deleted, AT_ONCE) == AT_ONCE);
        if (!isMore) {
            QuarkusTransaction.requiringNew().run(() -> integrations.markEventsRemoved(deleted));
        }
        return isMore;
    }
}
