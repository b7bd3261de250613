package io.painchain.backend.timeline.export;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.painchain.backend.event.store.EventView;

/** RFC 4180, safe to open: an apostrophe disarms formulas, and terminals' control characters are shown as signs (␛, ␇). */
final class CsvRowMapper {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    /** Excel recognises UTF-8 by it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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

    private static final ObjectWriter WRITER = writer();

    private CsvRowMapper() {
    }

    private record Column(String name, Cell value) {
    }

    private interface Cell {
        String of(EventView event, Function<Object, String> json);
    }

    static String header() {
        return BYTE_ORDER_MARK + line(COLUMNS.stream().map(Column::name).toArray(String[]::new));
    }

    static String toRow(EventView event, Function<Object, String> json) {
        return line(COLUMNS.stream().map(column -> safe(column.value().of(event, json))).toArray(String[]::new));
    }

    private static ObjectWriter writer() {
        var schema = CsvSchema.builder().setLineSeparator("\r\n");
        COLUMNS.forEach(column -> schema.addColumn(column.name()));
        return CsvMapper.builder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS).build().writer(schema.build());
    }

    private static String line(String[] cells) {
        try {
            return WRITER.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as CSV", e);
        }
    }

    private static String safe(String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return shown(FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value);
    }

    private static String shown(String text) {
        if (text.chars().noneMatch(CsvRowMapper::isObeyed)) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        text.chars().forEach(c -> shown.append(isObeyed(c) ? sign(c) : (char) c));
        return shown.toString();
    }

    private static boolean isObeyed(int character) {
        return Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
    }

    private static char sign(int control) {
        if (control < ' ') {
            return (char) ('␀' + control);
        }
        return control == 127 ? '␡' : '\uFFFD';
    }

    /** One per line: a tag may contain any other separator. */
    private static String lines(List<String> values) {
        return values == null ? null : String.join("\n", values);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
