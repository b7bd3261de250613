package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
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
        BiConsumer<EventViewBuilder, Row> show) {

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

    static final List<EventColumn> ALL = List.of(
            new EventColumn("tenant_id", "text", Use.KEY, IncomingEvent::tenantId,
                    (view, row) -> view.tenantId(CurrentTenant.onTheWire(row.text("tenant_id")))),
            new EventColumn("integration_id", "uuid", Use.CREATED, event -> text(event.integrationId()),
                    (view, row) -> view.integrationId(row.text("integration_id"))),
            new EventColumn("id", "uuid", Use.CREATED, event -> text(event.id()),
                    (view, row) -> view.id(row.text("id"))),
            new EventColumn("scope", "text", Use.KEY, IncomingEvent::scope, null),
            new EventColumn("external_id", "text", Use.KEY, IncomingEvent::externalId,
                    (view, row) -> view.externalId(row.text("external_id"))),
            new EventColumn("connector", "text", Use.COMPARED, IncomingEvent::connector,
                    (view, row) -> view.connector(row.text("connector"))),
            new EventColumn("project", "text", Use.COMPARED, IncomingEvent::project,
                    (view, row) -> view.project(row.text("project"))),
            new EventColumn("type", "text", Use.COMPARED, IncomingEvent::type,
                    (view, row) -> view.type(row.text("type"))),
            new EventColumn("title", "text", Use.COMPARED, IncomingEvent::title,
                    (view, row) -> view.title(row.text("title"))),
            new EventColumn("\"timestamp\"", "timestamptz", Use.COMPARED, event -> text(event.timestamp()),
                    (view, row) -> view.timestamp(row.instant("timestamp"))),
            new EventColumn("end_timestamp", "timestamptz", Use.COMPARED, event -> text(event.endTimestamp()),
                    (view, row) -> view.endTimestamp(row.instant("end_timestamp"))),
            new EventColumn("as_of", "timestamptz", Use.MERGED, event -> text(event.asOf()),
                    (view, row) -> view.asOf(row.instant("as_of"))),
            new EventColumn("description", "text", Use.COMPARED, IncomingEvent::description,
                    (view, row) -> view.description(row.text("description"))),
            new EventColumn("author", "text", Use.COMPARED, IncomingEvent::author,
                    (view, row) -> view.author(row.text("author"))),
            new EventColumn("url", "text", Use.COMPARED, IncomingEvent::url,
                    (view, row) -> view.url(row.text("url"))),
            new EventColumn("status", "text", Use.COMPARED, IncomingEvent::status,
                    (view, row) -> view.status(row.text("status"))),
            new EventColumn("tags", "text[]", Use.CREATED, event -> array(event.tags()),
                    (view, row) -> view.tags(row.texts("tags"))),
            new EventColumn("entity", "text", Use.COMPARED, IncomingEvent::entity,
                    (view, row) -> view.entity(row.text("entity"))),
            new EventColumn("correlation_keys", "text[]", Use.COMPARED, event -> array(event.correlationKeys()),
                    (view, row) -> view.correlationKeys(row.texts("correlation_keys"))),
            new EventColumn("data", "jsonb", Use.MERGED, IncomingEvent::data,
                    (view, row) -> view.data(EventData.read(row.text("data")))),
            new EventColumn("removed_keys", "text[]", Use.INPUT, event -> array(event.removedKeys()), null),
            new EventColumn("search", "tsvector", Use.MERGED, IncomingEvent::search, null));

    static final String UNNESTED = "unnest(" + ALL.stream().map(column -> "?::" + column.parameterType() + "[]")
            .collect(Collectors.joining(", ")) + ") with ordinality as i(" + names(ALL.stream()) + ", position)";

    static final String INSERTED = names(stored());

    static final String INSERTED_VALUES = stored().map(EventColumn::read).collect(Collectors.joining(", "));

    /** A search document is cast only where it is written. */
    static final String READ = ALL.stream().filter(column -> column.use != Use.CREATED)
            .map(column -> column.isDocument() || !column.isSentAsText() ? "i." + column.name
                    : column.read() + " as " + column.name)
            .collect(Collectors.joining(", "));

    static String compared(String alias) {
        return of(Use.COMPARED).map(column -> alias + "." + column.name).collect(Collectors.joining(", "));
    }

    static final String UPDATED = of(Use.COMPARED).map(column -> column.name + " = i." + column.name)
            .collect(Collectors.joining(", "));

    /** Shown columns of a table {@code e}. */
    static final String SHOWN = shown().map(EventColumn::selected).collect(Collectors.joining(", "));

    private static final List<BiConsumer<EventViewBuilder, Row>> SHOW = shown().map(EventColumn::show).toList();

    static void show(EventViewBuilder view, Row row) {
        for (var column : SHOW) {
            column.accept(view, row);
        }
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

    /** Arrays and documents are sent as text: unnest flattens arrays of arrays. */
    private String parameterType() {
        return isSentAsText() ? "text" : type;
    }

    private boolean isSentAsText() {
        return type.endsWith("[]") || type.equals("jsonb") || isDocument();
    }

    private boolean isDocument() {
        return type.equals("tsvector");
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

    /** Documents are read as text. */
    private String selected() {
        return type.equals("jsonb") ? "cast(e." + name + " as text) as " + name : "e." + name;
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
