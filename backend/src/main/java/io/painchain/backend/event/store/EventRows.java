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

    /** @param row of {@link #COLUMNS} alone */
    public static EventView view(Row row) {
        return view(row, 1);
    }

    /** @param first position of the first of {@link #COLUMNS} */
    public static EventView view(Row row, int first) {
        var view = EventViewBuilder.builder();
        int next = EventColumn.show(view, row, first);
        return view.revision(row.number(next)).receivedAt(row.instant(next + 1)).updatedAt(row.instant(next + 2)).build();
    }

    public static EventView named(EventView event, Map<UUID, String> names) {
        return event.integrationId() == null ? event
                : EventViewBuilder.builder(event)
                        .integrationName(names.get(UUID.fromString(event.integrationId()))).build();
    }
}
