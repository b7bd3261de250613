package io.painchain.backend.csv;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** RFC 4180, safe to open: an apostrophe disarms formulas, and terminals' control characters are shown as signs (␛, ␇). */
public final class CsvLines {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    /** Excel recognises UTF-8 by it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<String> columns;
    private final ObjectWriter writer;

    public CsvLines(List<String> columns) {
        this.columns = List.copyOf(columns);
        var schema = CsvSchema.builder().setLineSeparator("\r\n");
        columns.forEach(schema::addColumn);
        this.writer = CsvMapper.builder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS).build().writer(schema.build());
    }

    public String header() {
        return BYTE_ORDER_MARK + write(columns.stream());
    }

    /** @param cells one for each column; {@code null} where there is nothing */
    public String line(Stream<String> cells) {
        return write(cells.map(CsvLines::safe));
    }

    private String write(Stream<String> cells) {
        try {
            return writer.writeValueAsString(cells.toArray(String[]::new));
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
        if (text.chars().noneMatch(CsvLines::isObeyed)) {
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
}
