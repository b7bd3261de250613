package io.painchain.backend.event;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.EventView;

/** Rows of {@code event} and {@code event_revision} as the API shows them; names of integrations are filled in later. */
public final class EventRows {

    /** What {@link #view} reads, of a table named {@code e}. */
    public static final String COLUMNS = """
            e.tenant_id, e.id, e.external_id, e.integration_id, e.connector, e.project, e.type, e.title, e."timestamp",
            e.end_timestamp, e.as_of, e.description, e.author, e.url, e.status, e.tags, e.entity, e.correlation_keys,
            cast(e.data as text) as data, e.revision, e.received_at, e.updated_at""";

    private EventRows() {
    }

    public static EventView view(ResultSet row) throws SQLException {
        return new EventView(row.getString("id"), CurrentTenant.onTheWire(row.getString("tenant_id")),
                row.getString("integration_id"), null, row.getString("title"), row.getString("connector"),
                row.getString("project"), row.getString("type"), instant(row, "timestamp"), instant(row, "end_timestamp"),
                instant(row, "as_of"), row.getString("external_id"), row.getString("description"), row.getString("author"),
                row.getString("url"), row.getString("status"), texts(row, "tags"), row.getString("entity"),
                texts(row, "correlation_keys"), EventData.read(row.getString("data")), row.getLong("revision"),
                instant(row, "received_at"), instant(row, "updated_at"));
    }

    /** The event with the name of its integration. */
    public static EventView named(EventView event, Map<UUID, String> names) {
        if (event.integrationId() == null) {
            return event;
        }
        return new EventView(event.id(), event.tenantId(), event.integrationId(),
                names.get(UUID.fromString(event.integrationId())), event.title(), event.connector(), event.project(),
                event.type(), event.timestamp(), event.endTimestamp(), event.asOf(), event.externalId(),
                event.description(), event.author(), event.url(), event.status(), event.tags(), event.entity(),
                event.correlationKeys(), event.data(), event.revision(), event.receivedAt(), event.updatedAt());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array value = row.getArray(column);
        return value == null ? null : List.of((String[]) value.getArray());
    }
}
