package io.painchain.backend.timeline;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.event.store.EventRows;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.integration.IntegrationDirectory;

@Singleton
public class IntegrationNames {

    private final IntegrationDirectory integrations;

    IntegrationNames(IntegrationDirectory integrations) {
        this.integrations = integrations;
    }

    public List<EventView> named(List<EventView> events, String tenantId) {
        var ids = events.stream().map(EventView::integrationId).filter(Objects::nonNull).map(UUID::fromString).distinct()
                .toList();
        var names = integrations.names(tenantId, ids);
        return events.stream().map(event -> EventRows.named(event, names)).toList();
    }
}
