package io.painchain.backend.event.store;

import java.util.Map;
import java.util.UUID;

import io.painchain.backend.database.Row;
import io.painchain.backend.tenant.CurrentTenant;

public final class EventRows {

    public static final String COLUMNS = """
            e.tenant_id, e.id, e.external_id, e.integration_id, e.connector, e.project, e.type, e.title, e."timestamp",
            e.end_timestamp, e.as_of, e.description, e.author, e.url, e.status, e.tags, e.entity, e.correlation_keys,
            cast(e.data as text) as data, e.revision, e.received_at, e.updated_at""";

    public static final String SUMMARY_COLUMNS = COLUMNS
            .replace("e.description", "cast(null as text) as description")
            .replace("cast(e.data as text)", "cast(null as text)");

    private EventRows() {
    }

    public static EventView view(Row row) {
        return new EventView(row.text("id"), CurrentTenant.onTheWire(row.text("tenant_id")),
                row.text("integration_id"), null, row.text("title"), row.text("connector"),
                row.text("project"), row.text("type"), row.instant("timestamp"), row.instant("end_timestamp"),
                row.instant("as_of"), row.text("external_id"), row.text("description"), row.text("author"),
                row.text("url"), row.text("status"), row.texts("tags"), row.text("entity"),
                row.texts("correlation_keys"), EventData.read(row.text("data")), row.number("revision"),
                row.instant("received_at"), row.instant("updated_at"));
    }

    public static EventView named(EventView event, Map<UUID, String> names) {
        return event.integrationId() == null ? event
                : event.withIntegrationName(names.get(UUID.fromString(event.integrationId())));
    }
}
