package io.painchain.backend.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.event.store.EventView;

class CsvRowMapperTest {

    @ParameterizedTest
    @ValueSource(strings = { "=HYPERLINK(\"http://evil\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1" })
    void keepsASpreadsheetFromTakingTextForAFormula(String text) {
        assertThat(row(text)).contains("\"'" + text.replace("\"", "\"\"") + "\"");
    }

    @Test
    void quotesWhatHasQuotesCommasAndLines() {
        assertThat(row("say \"hi\", then\nleave")).contains(",\"say \"\"hi\"\", then\nleave\",").endsWith("\r\n");
    }

    @Test
    void leavesEmptyWhatIsAbsentAndPutsAListsValuesOnLines() {
        assertThat(row("x")).isEqualTo("""
                "id","2026-01-01T00:00:00Z",,"ci","acme/api","change",,,"x",,,"a\nb",,,,,,"2026-01-01T00:00:00Z","1",\
                "2026-01-01T00:00:00Z","2026-01-01T00:00:00Z","json"\r
                """);
    }

    @Test
    void showsWhatATerminalWouldObeyAsItsSign() {
        assertThat(row("ok \u001b[31mred\u0007\u007f\u009b\ttab\nline")).contains("\"ok ␛[31mred␇␡\uFFFD\ttab\nline\"");
    }

    private static String row(String title) {
        var time = Instant.parse("2026-01-01T00:00:00Z");
        return CsvRowMapper.toRow(new EventView("id", null, null, null, title, "ci", "acme/api", "change", time, null, time,
                null, null, null, null, null, List.of("a", "b"), null, null, Map.of("a", 1), 1, time, time), data -> "json");
    }
}
