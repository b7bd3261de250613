package io.painchain.backend.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.event.store.EventRepository;
import io.painchain.backend.event.store.EventRows;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.paging.Page;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.validation.FieldError;

@Singleton
class EventReader {

    private final EventRepository events;
    private final IntegrationDirectory integrations;
    private final CurrentTenant tenant;

    EventReader(EventRepository events, IntegrationDirectory integrations, CurrentTenant tenant) {
        this.events = events;
        this.integrations = integrations;
        this.tenant = tenant;
    }

    EventView event(String id) {
        return Ids.parse(id).flatMap(uuid -> event(tenant.id(), uuid))
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such event."));
    }

    Optional<EventView> event(String tenantId, UUID id) {
        return events.find(tenantId, id).map(event -> named(tenantId, event));
    }

    Page<EventView> revisions(String id, String limitText, String cursor) {
        var current = event(id);
        var errors = new ArrayList<FieldError>();
        int limit = PageQuery.limit(limitText, errors);
        int before = PageQuery.number("cursor", cursor, 1, Integer.MAX_VALUE, Integer.MAX_VALUE, errors);
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        var found = new ArrayList<EventView>();
        for (var revision : events.revisions(tenant.id(), UUID.fromString(current.id()), before, limit + 1)) {
            found.add(named(tenant.id(), revision));
        }
        return found.size() <= limit ? new Page<>(found, Optional.empty())
                : new Page<>(found.subList(0, limit), Optional.of(Long.toString(found.get(limit - 1).revision())));
    }

    private EventView named(String tenantId, EventView event) {
        if (event.integrationId() == null) {
            return event;
        }
        var id = UUID.fromString(event.integrationId());
        return EventRows.named(event, new HashMap<>(integrations.names(tenantId, List.of(id))));
    }
}
