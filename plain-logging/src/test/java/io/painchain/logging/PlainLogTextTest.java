package io.painchain.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class PlainLogTextTest {

    @Test
    void writesWhatATerminalWouldObeyAsItsEscape() {
        // Given
        var record = record("title=\"%s\" by %s");
        record.setParameters(new Object[] { "ok \u001b[31mred\u0007\nINFO forged", "a\u202Eb\u2066c\u009b\u2028" });

        // When
        boolean written = new PlainLogText().isLoggable(record);

        // Then
        assertThat(written).isTrue();
        assertThat(written(record))
                .isEqualTo("title=\"ok \\u001b[31mred\\u0007\\nINFO forged\" by a\\u202eb\\u2066c\\u009b\\u2028");
    }

    @Test
    void leavesPlainLinesAsTheyAre() {
        // Given
        var record = record("✓ %s\tdone");
        record.setParameters(new Object[] { "déploiement 😀" });

        // When
        new PlainLogText().isLoggable(record);

        // Then
        assertThat(record.getMessage()).isEqualTo("✓ %s\tdone");
        assertThat(written(record)).isEqualTo("✓ déploiement 😀\tdone");
    }

    @Test
    void escapesWhatFailuresSayAndKeepsTheirStack() {
        // Given
        var failure = new IllegalStateException("outer", new IllegalArgumentException("near \u001b[2J"));
        var record = record("failed");
        record.setThrown(failure);

        // When
        new PlainLogText().isLoggable(record);

        // Then
        var text = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).contains("java.lang.IllegalStateException: outer",
                "Caused by: java.lang.IllegalArgumentException: near \\u001b[2J", "PlainLogTextTest.java")
                .doesNotContain("\u001b");
    }

    private static String written(ExtLogRecord record) {
        return new PatternFormatter("%m").format(record);
    }

    private static ExtLogRecord record(String format) {
        return new ExtLogRecord(Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, PlainLogTextTest.class.getName());
    }
}
