package io.painchain.backend.event.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Incoming events as the parameters of one statement: an array a column, unnested into rows. */
final class IncomingColumns {

    /** The rows as a relation: one parameter a column, in the order of {@link #parameters}. */
    static final String UNNESTED = """
            unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[])
            with ordinality as i(tenant_id, integration_id, id, scope, external_id, connector, project, type, title, "timestamp", end_timestamp, as_of,
                description, author, url, status, tags, entity, correlation_keys, data, removed_keys, search, position)""";

    private static final List<Function<IncomingEvent, String>> COLUMNS = List.of(
            IncomingEvent::tenantId,
            event -> event.integrationId() == null ? null : event.integrationId().toString(),
            event -> event.id().toString(),
            IncomingEvent::scope,
            IncomingEvent::externalId,
            IncomingEvent::connector,
            IncomingEvent::project,
            IncomingEvent::type,
            IncomingEvent::title,
            event -> text(event.timestamp()),
            event -> text(event.endTimestamp()),
            event -> text(event.asOf()),
            IncomingEvent::description,
            IncomingEvent::author,
            IncomingEvent::url,
            IncomingEvent::status,
            event -> array(event.tags()),
            IncomingEvent::entity,
            event -> array(event.correlationKeys()),
            IncomingEvent::data,
            event -> array(event.removedKeys()),
            IncomingEvent::search);

    private IncomingColumns() {
    }

    static List<String[]> parameters(List<IncomingEvent> events) {
        var columns = new ArrayList<String[]>();
        for (var column : COLUMNS) {
            columns.add(events.stream().map(column).toArray(String[]::new));
        }
        return columns;
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** As PostgreSQL writes an array: arrays of arrays would have to be of one length. */
    static String array(List<String> values) {
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
