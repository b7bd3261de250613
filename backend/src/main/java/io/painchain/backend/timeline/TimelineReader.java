package io.painchain.backend.timeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.event.EventRows;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.paging.Page;
import io.painchain.model.EventView;
import io.painchain.model.TimelineView;

/** Reads a timeline, page by page. */
@Singleton
class TimelineReader {

    private static final int COUNTED = 10_000;

    private final TimelineRepository events;
    private final IntegrationDirectory integrations;

    TimelineReader(TimelineRepository events, IntegrationDirectory integrations) {
        this.events = events;
        this.integrations = integrations;
    }

    Page<EventView> page(TimelineQuery query) {
        var found = events.page(query, query.limit() + 1);
        if (found.size() <= query.limit()) {
            return new Page<>(named(found, query), Optional.empty());
        }
        var items = found.subList(0, query.limit());
        var cursor = TimelineCursor.at(items.get(items.size() - 1)).text(query.filter());
        return new Page<>(named(items, query), Optional.of(cursor));
    }

    TimelineView timeline(TimelineQuery query) {
        var page = page(query);
        var total = events.count(query.filter(), COUNTED + 1);
        return new TimelineView(page.items(), Math.min(total, COUNTED), total <= COUNTED, page.next().orElse(null));
    }

    private List<EventView> named(List<EventView> found, TimelineQuery query) {
        var ids = found.stream().map(EventView::integrationId).filter(Objects::nonNull).map(UUID::fromString).distinct()
                .toList();
        var names = integrations.names(query.filter().tenantId(), ids);
        return found.stream().map(event -> EventRows.named(event, names)).toList();
    }
}
