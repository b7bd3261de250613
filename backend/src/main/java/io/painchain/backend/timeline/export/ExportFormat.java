package io.painchain.backend.timeline.export;

import java.util.function.Function;

import io.painchain.backend.event.store.EventView;
import io.painchain.backend.problem.ProblemType;

enum ExportFormat {

    csv("text/csv; charset=utf-8", CsvRowMapper.header(), "", "", CsvRowMapper::toRow),
    json("application/json", "[", ",\n", "]\n", (event, json) -> json.apply(event)),
    ndjson("application/x-ndjson", "", "", "", (event, json) -> json.apply(event) + "\n");

    private interface Line {
        String of(EventView event, Function<Object, String> json);
    }

    final String mediaType;
    final String beginning;
    final String separator;
    final String end;
    private final Line line;

    ExportFormat(String mediaType, String beginning, String separator, String end, Line line) {
        this.mediaType = mediaType;
        this.beginning = beginning;
        this.separator = separator;
        this.end = end;
        this.line = line;
    }

    /** @param text {@code null} for the default */
    static ExportFormat parse(String text) {
        if (text == null || text.isEmpty()) {
            return csv;
        }
        for (var format : values()) {
            if (format.name().equals(text)) {
                return format;
            }
        }
        throw ProblemType.invalid("format", "must be csv, json or ndjson");
    }

    String line(EventView event, Function<Object, String> json) {
        return line.of(event, json);
    }
}
