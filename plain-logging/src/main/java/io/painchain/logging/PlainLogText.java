package io.painchain.logging;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

import io.quarkus.logging.LoggingFilter;

/**
 * Escapes control and bidirectional characters, so that users' text cannot act on a terminal or forge log lines, and masks what
 * looks like a secret.
 */
@LoggingFilter(name = "plain-text")
public final class PlainLogText implements Filter {

    private static final ExtFormatter MESSAGE = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord record) {
            return formatMessage(record);
        }
    };

    @Override
    public boolean isLoggable(LogRecord record) {
        var message = MESSAGE.format(record);
        if (message != null) {
            var clean = clean(message);
            if (!clean.equals(message)) {
                rewrite(record, clean);
            }
        }
        if (record.getThrown() != null) {
            record.setThrown(PlainThrowable.of(record.getThrown()));
        }
        return true;
    }

    private static void rewrite(LogRecord record, String message) {
        record.setParameters(null);
        if (record instanceof ExtLogRecord extended) {
            extended.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(message);
        }
    }

    static String clean(String text) {
        var masked = SecretText.masked(text);
        return masked.chars().anyMatch(PlainLogText::isActing) ? escaped(masked) : masked;
    }

    private static String escaped(String text) {
        var plain = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> plain.append(isActing(c) ? escape(c) : Character.toString(c)));
        return plain.toString();
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> "\\u%04x".formatted(character);
        };
    }

    private static boolean isActing(int character) {
        return Character.isISOControl(character) && character != '\t' || isDirection(character)
                || character == 0x2028 || character == 0x2029;
    }

    private static boolean isDirection(int character) {
        return character == 0x061C || character == 0x200E || character == 0x200F
                || character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }
}
