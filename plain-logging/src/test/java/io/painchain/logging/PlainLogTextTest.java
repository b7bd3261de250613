package io.painchain.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key pck_abcdefghijKLMNOPqrstuvwxyz0123456789 is over | key pck_*** is over
            token=abc_def_11A0123456789abcdefghijkl, again | token=abc_def_***, again
            abcde-AbCdEf0123456789xyzw | abcde-***
            Authorization: Bearer 0123456789abcdef0123 | Authorization: Bearer ***
            authorization=basic dXNlcjpwYXNzd29yZDE= | authorization=basic ***
            got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln back | got eyJ*** back
            GET https://ann:s3cret@example.com/a failed | GET https://***@example.com/a failed
            """)
    void masksWhatLooksLikeASecret(String said, String written) {
        // Given
        var record = record("%s");
        record.setParameters(new Object[] { said });
        record.setThrown(new IllegalStateException("outer", new IllegalArgumentException(said)));

        // When
        new PlainLogText().isLoggable(record);

        // Then
        assertThat(written(record)).startsWith(written + ": ").doesNotContain(said);
        assertThat(record.getThrown().getCause()).hasMessageEndingWith(written);
    }

    @ParameterizedTest
    @ValueSource(strings = { "commit 0123456789abcdef0123456789abcdef01234567", "the id 01a22654-0d68-767a-b72a-a72337759de6",
            "basic authentication-mechanism", "the bearer of an invitation", "a branch fix_the_login_of_new_members_by_mail",
            "Waiting for the database painchain@jdbc:postgresql://127.0.0.1:5432/painchain", "pck_ and a typing error",
            "http://[::1]:8000/api/events?q=a@b" })
    void leavesNamesAndIdsAlone(String said) {
        var record = record("%s");
        record.setParameters(new Object[] { said });

        new PlainLogText().isLoggable(record);

        assertThat(written(record)).isEqualTo(said);
    }

    /** A line may be as long as whoever is quoted in it likes. */
    @Test
    void isDoneSoonWithALongLine() {
        var line = "ab_".repeat(50_000) + "://".repeat(50_000) + "eyJ".repeat(50_000);

        assertThat(SecretText.masked(line)).isEqualTo(line);
    }

    private static String written(ExtLogRecord record) {
        return new PatternFormatter("%m").format(record);
    }

    private static ExtLogRecord record(String format) {
        return new ExtLogRecord(Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, PlainLogTextTest.class.getName());
    }
}
