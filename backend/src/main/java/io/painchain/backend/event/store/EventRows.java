package io.painchain.backend.event.store;

import java.util.Map;
import java.util.UUID;

import io.painchain.backend.database.Row;

public final class EventRows {

    public static final String COLUMNS = EventColumn.SHOWN + ", e.revision, e.received_at, e.updated_at";

    public static final String SUMMARY_COLUMNS = COLUMNS
            .replace("e.description", "cast(null as text) as description")
            .replace("cast(e.data as text)", "cast(null as text)");

    private EventRows() {
    }

    public static EventView view(Row row) {
        var view = EventViewBuilder.builder();
        EventColumn.show(view, row);
        return view.revision(row.number("revision")).receivedAt(row.instant("received_at"))
                .updatedAt(row.instant("updated_at")).build();
    }

    public static EventView named(EventView event, Map<UUID, String> names) {
        return event.integrationId() == null ? event
                : EventViewBuilder.builder(event)
                        .integrationName(names.get(UUID.fromString(event.integrationId()))).build();
    }
}
