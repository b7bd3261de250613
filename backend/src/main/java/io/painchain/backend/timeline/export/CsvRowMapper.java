package io.painchain.backend.timeline.export;

import java.util.List;
import java.util.function.Function;

import io.painchain.backend.csv.CsvLines;
import io.painchain.backend.event.store.EventView;

final class CsvRowMapper {

    private static final List<Column> COLUMNS = List.of(
            new Column("id", (event, json) -> event.id()),
            new Column("timestamp", (event, json) -> text(event.timestamp())),
            new Column("endTimestamp", (event, json) -> text(event.endTimestamp())),
            new Column("connector", (event, json) -> event.connector()),
            new Column("project", (event, json) -> event.project()),
            new Column("type", (event, json) -> event.type()),
            new Column("status", (event, json) -> event.status()),
            new Column("author", (event, json) -> event.author()),
            new Column("title", (event, json) -> event.title()),
            new Column("description", (event, json) -> event.description()),
            new Column("url", (event, json) -> event.url()),
            new Column("tags", (event, json) -> lines(event.tags())),
            new Column("entity", (event, json) -> event.entity()),
            new Column("correlationKeys", (event, json) -> lines(event.correlationKeys())),
            new Column("integrationId", (event, json) -> event.integrationId()),
            new Column("integrationName", (event, json) -> event.integrationName()),
            new Column("externalId", (event, json) -> event.externalId()),
            new Column("asOf", (event, json) -> text(event.asOf())),
            new Column("revision", (event, json) -> Long.toString(event.revision())),
            new Column("receivedAt", (event, json) -> text(event.receivedAt())),
            new Column("updatedAt", (event, json) -> text(event.updatedAt())),
            new Column("data", (event, json) -> event.data() == null ? null : json.apply(event.data())));

    private static final CsvLines LINES = new CsvLines(COLUMNS.stream().map(Column::name).toList());

    private CsvRowMapper() {
    }

    private record Column(String name, Cell value) {
    }

    private interface Cell {
        String of(EventView event, Function<Object, String> json);
    }

    static String header() {
        return LINES.header();
    }

    static String toRow(EventView event, Function<Object, String> json) {
        return LINES.line(COLUMNS.stream().map(column -> column.value().of(event, json)));
    }

    /** One per line: a tag may contain any other separator. */
    private static String lines(List<String> values) {
        return values == null ? null : String.join("\n", values);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
