package io.painchain.backend.timeline.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.painchain.backend.event.store.EventView;

/**
 * Events as lines of a CSV file (RFC 4180). Texts come from outside and are opened in spreadsheets: what one would take for a
 * formula gets an apostrophe in front, so that it stays text; what a terminal would obey (ESC, BEL) is shown as its sign (␛,
 * ␇).
 */
final class CsvRowMapper {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final String END = "\r\n";

    private CsvRowMapper() {
    }

    static String header() {
        return line(Stream.of("id", "timestamp", "endTimestamp", "connector", "project", "type", "status", "author", "title",
                "description", "url", "tags", "entity", "correlationKeys", "integrationId", "integrationName", "externalId",
                "asOf", "revision", "receivedAt", "updatedAt", "data"));
    }

    /** @param json writes {@code data} */
    static String toRow(EventView event, Function<Object, String> json) {
        return line(Stream.of(event.id(), text(event.timestamp()), text(event.endTimestamp()), event.connector(),
                event.project(), event.type(), event.status(), event.author(), event.title(), event.description(),
                event.url(), lines(event.tags()), event.entity(), lines(event.correlationKeys()), event.integrationId(),
                event.integrationName(), event.externalId(), text(event.asOf()), Long.toString(event.revision()),
                text(event.receivedAt()), text(event.updatedAt()), event.data() == null ? null : json.apply(event.data())));
    }

    private static String line(Stream<String> cells) {
        return cells.map(CsvRowMapper::cell).collect(Collectors.joining(",", "", END));
    }

    private static String cell(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        var safe = FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return '"' + shown(safe).replace("\"", "\"\"") + '"';
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

    /** One a line: any other separator may be part of a tag. */
    private static String lines(List<String> values) {
        return values == null ? null : String.join("\n", values);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
