package io.painchain.backend.timeline;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.event.store.EventView;
import io.painchain.backend.paging.Page;
import io.painchain.backend.timeline.filter.TimelineFilter;
import io.quarkus.narayana.jta.QuarkusTransaction;

@Singleton
public class TimelineReader {

    private static final int COUNTED = 10_000;

    private final TimelineRepository events;
    private final IntegrationNames names;

    TimelineReader(TimelineRepository events, IntegrationNames names) {
        this.events = events;
        this.names = names;
    }

    Page<EventView> page(TimelineQuery query) {
        var found = events.page(query, query.limit() + 1);
        if (found.size() <= query.limit()) {
            return new Page<>(names.named(found, query.filter().tenantId()), Optional.empty());
        }
        var items = found.subList(0, query.limit());
        var cursor = TimelineCursor.at(items.get(items.size() - 1)).text(query.filter());
        return new Page<>(names.named(items, query.filter().tenantId()), Optional.of(cursor));
    }

    TimelineView timeline(TimelineQuery query) {
        var page = page(query);
        var total = events.count(query.filter(), COUNTED + 1);
        return new TimelineView(page.items(), Math.min(total, COUNTED), total <= COUNTED, page.next().orElse(null));
    }

    /** Outside of a request, in its own transaction. */
    public List<EventView> events(TimelineFilter filter, Optional<TimelineCursor> after, int count) {
        return QuarkusTransaction.requiringNew().call(
                () -> names.named(events.page(new TimelineQuery(filter, count, after, 0), count), filter.tenantId()));
    }
}
