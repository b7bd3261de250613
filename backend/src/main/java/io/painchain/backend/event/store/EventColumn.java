package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of an event that come with a draft, in their order. Every statement that names them takes them from here, so
 * that a new column is a line here, a component of {@link IncomingEvent} and {@link EventView}, and a migration.
 *
 * @param use what the upsert does with the column
 * @param value of an incoming event as PostgreSQL reads it, or {@code null}
 */
record EventColumn(String name, String type, Use use, Function<IncomingEvent, String> value) {

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
            new EventColumn("tenant_id", "text", Use.KEY, IncomingEvent::tenantId),
            new EventColumn("integration_id", "uuid", Use.CREATED, event -> text(event.integrationId())),
            new EventColumn("id", "uuid", Use.CREATED, event -> text(event.id())),
            new EventColumn("scope", "text", Use.KEY, IncomingEvent::scope),
            new EventColumn("external_id", "text", Use.KEY, IncomingEvent::externalId),
            new EventColumn("connector", "text", Use.COMPARED, IncomingEvent::connector),
            new EventColumn("project", "text", Use.COMPARED, IncomingEvent::project),
            new EventColumn("type", "text", Use.COMPARED, IncomingEvent::type),
            new EventColumn("title", "text", Use.COMPARED, IncomingEvent::title),
            new EventColumn("\"timestamp\"", "timestamptz", Use.COMPARED, event -> text(event.timestamp())),
            new EventColumn("end_timestamp", "timestamptz", Use.COMPARED, event -> text(event.endTimestamp())),
            new EventColumn("as_of", "timestamptz", Use.MERGED, event -> text(event.asOf())),
            new EventColumn("description", "text", Use.COMPARED, IncomingEvent::description),
            new EventColumn("author", "text", Use.COMPARED, IncomingEvent::author),
            new EventColumn("url", "text", Use.COMPARED, IncomingEvent::url),
            new EventColumn("status", "text", Use.COMPARED, IncomingEvent::status),
            new EventColumn("tags", "text[]", Use.CREATED, event -> array(event.tags())),
            new EventColumn("entity", "text", Use.COMPARED, IncomingEvent::entity),
            new EventColumn("correlation_keys", "text[]", Use.COMPARED, event -> array(event.correlationKeys())),
            new EventColumn("data", "jsonb", Use.MERGED, IncomingEvent::data),
            new EventColumn("removed_keys", "text[]", Use.INPUT, event -> array(event.removedKeys())),
            new EventColumn("search", "tsvector", Use.MERGED, IncomingEvent::search));

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
