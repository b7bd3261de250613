package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.painchain.backend.database.Row;
import io.painchain.backend.tenant.CurrentTenant;

/**
 * The table of an event's columns, in the order of the upsert's parameters. Statements and row mapping are made from it.
 * <p>
 * A new column takes a migration, a component of {@link IncomingEvent} and its line in {@code EventMapper.toIncoming}, and a
 * line here; where it is shown also a component of {@link EventView} and its line in {@code EventMapper.toView}.
 *
 * @param value of an incoming event, as PostgreSQL reads it
 * @param show sets the view's component from a row; {@code null} for a column that is not shown
 */
record EventColumn(String name, String type, Use use, Function<IncomingEvent, String> value,
        Show show) {

    enum Use {
        /** Set once; identifies the event. */
        KEY,
        /** Set once, by the draft that creates the event. */
        CREATED,
        /** Replaced by each newer state; a difference makes a revision. */
        COMPARED,
        /** Combined with the stored value. */
        MERGED,
        /** No column of the table; used in the merge only. */
        INPUT
    }

    @FunctionalInterface
    interface Show {
        /** @param at the column's position in the row */
        void set(EventViewBuilder view, Row row, int at);
    }

    static final List<EventColumn> ALL = List.of(
            new EventColumn("tenant_id", "text", Use.KEY, IncomingEvent::tenantId,
                    (view, row, at) -> view.tenantId(CurrentTenant.onTheWire(row.text(at)))),
            new EventColumn("integration_id", "uuid", Use.CREATED, event -> text(event.integrationId()),
                    (view, row, at) -> view.integrationId(row.text(at))),
            new EventColumn("id", "uuid", Use.CREATED, event -> text(event.id()),
                    (view, row, at) -> view.id(row.text(at))),
            new EventColumn("scope", "text", Use.KEY, IncomingEvent::scope, null),
            new EventColumn("external_id", "text", Use.KEY, IncomingEvent::externalId,
                    (view, row, at) -> view.externalId(row.text(at))),
            new EventColumn("connector", "text", Use.COMPARED, IncomingEvent::connector,
                    (view, row, at) -> view.connector(row.text(at))),
            new EventColumn("project", "text", Use.COMPARED, IncomingEvent::project,
                    (view, row, at) -> view.project(row.text(at))),
            new EventColumn("type", "text", Use.COMPARED, IncomingEvent::type,
                    (view, row, at) -> view.type(row.text(at))),
            new EventColumn("title", "text", Use.COMPARED, IncomingEvent::title,
                    (view, row, at) -> view.title(row.text(at))),
            new EventColumn("\"timestamp\"", "timestamptz", Use.COMPARED, event -> text(event.timestamp()),
                    (view, row, at) -> view.timestamp(row.instant(at))),
            new EventColumn("end_timestamp", "timestamptz", Use.COMPARED, event -> text(event.endTimestamp()),
                    (view, row, at) -> view.endTimestamp(row.instant(at))),
            new EventColumn("as_of", "timestamptz", Use.MERGED, event -> text(event.asOf()),
                    (view, row, at) -> view.asOf(row.instant(at))),
            new EventColumn("description", "text", Use.COMPARED, IncomingEvent::description,
                    (view, row, at) -> view.description(row.text(at))),
            new EventColumn("author", "text", Use.COMPARED, IncomingEvent::author,
                    (view, row, at) -> view.author(row.text(at))),
            new EventColumn("url", "text", Use.COMPARED, IncomingEvent::url,
                    (view, row, at) -> view.url(row.text(at))),
            new EventColumn("status", "text", Use.COMPARED, IncomingEvent::status,
                    (view, row, at) -> view.status(row.text(at))),
            new EventColumn("tags", "text[]", Use.CREATED, event -> array(event.tags()),
                    (view, row, at) -> view.tags(row.texts(at))),
            new EventColumn("entity", "text", Use.COMPARED, IncomingEvent::entity,
                    (view, row, at) -> view.entity(row.text(at))),
            new EventColumn("correlation_keys", "text[]", Use.COMPARED, event -> array(event.correlationKeys()),
                    (view, row, at) -> view.correlationKeys(row.texts(at))),
            new EventColumn("data", "jsonb", Use.MERGED, IncomingEvent::data,
                    (view, row, at) -> view.data(EventData.stored(row.text(at)))),
            new EventColumn("removed_keys", "text[]", Use.INPUT, event -> array(event.removedKeys()), null));

    static final String UNNESTED = "unnest(" + ALL.stream().map(column -> "?::" + column.parameterType() + "[]")
            .collect(Collectors.joining(", ")) + ") with ordinality as i(" + names(ALL.stream()) + ", position)";

    static final String INSERTED = names(stored());

    static final String INSERTED_VALUES = stored().map(EventColumn::read).collect(Collectors.joining(", "));

    static final String READ = ALL.stream().filter(column -> column.use != Use.CREATED)
            .map(column -> column.isSentAsText() ? column.read() + " as " + column.name : "i." + column.name)
            .collect(Collectors.joining(", "));

    static String compared(String alias) {
        return of(Use.COMPARED).map(column -> alias + "." + column.name).collect(Collectors.joining(", "));
    }

    static final String UPDATED = of(Use.COMPARED).map(column -> column.name + " = i." + column.name)
            .collect(Collectors.joining(", "));

    /** Shown columns of a table {@code e}. */
    static final String SHOWN = shown().map(EventColumn::selected).collect(Collectors.joining(", "));

    private static final List<Show> SHOW = shown().map(EventColumn::show).toList();

    /** @return the position after the last of {@link #SHOWN} */
    static int show(EventViewBuilder view, Row row, int first) {
        int at = first;
        for (var column : SHOW) {
            column.set(view, row, at++);
        }
        return at;
    }

    static List<String[]> parameters(List<IncomingEvent> events) {
        return ALL.stream().map(column -> column.values(events)).toList();
    }

    private String[] values(List<IncomingEvent> events) {
        var values = new String[events.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(events.get(i));
        }
        return values;
    }

    /** Arrays and JSON are sent as text: unnest flattens arrays of arrays. */
    private String parameterType() {
        return isSentAsText() ? "text" : type;
    }

    private boolean isSentAsText() {
        return type.endsWith("[]") || type.equals("jsonb");
    }

    private String read() {
        return isSentAsText() ? "cast(i." + name + " as " + type + ")" : "i." + name;
    }

    private static Stream<EventColumn> of(Use use) {
        return ALL.stream().filter(column -> column.use == use);
    }

    private static Stream<EventColumn> stored() {
        return ALL.stream().filter(column -> column.use != Use.INPUT);
    }

    private static Stream<EventColumn> shown() {
        return ALL.stream().filter(column -> column.show != null);
    }

    /** Arrays and JSON are read as text. */
    private String selected() {
        return type.equals("jsonb") || type.endsWith("[]") ? "cast(e." + name + " as text) as " + name : "e." + name;
    }

    private static String names(Stream<EventColumn> columns) {
        return columns.map(EventColumn::name).collect(Collectors.joining(", "));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static String array(List<String> values) {
        if (values == null) {
            return null;
        }
        var literal = new StringBuilder("{");
        for (var value : values) {
            literal.append(literal.length() > 1 ? ",\"" : "\"");
            for (int i = 0; i < value.length(); i++) {
                char character = value.charAt(i);
                if (character == '"' || character == '\\') {
                    literal.append('\\');
                }
                literal.append(character);
            }
            literal.append('"');
        }
        return literal.append('}').toString();
    }
}
