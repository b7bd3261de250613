package io.painchain.connector.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Times as servers write them: of any year, with any offset or none (UTC then), with a blank for the T, as a bare date or a
 * count.
 */
public final class TimeText {

    private static final int LONGEST = 64;
    private static final Pattern COUNT = Pattern.compile("-?\\d{1,18}");
    private static final Pattern BEYOND_NANOS = Pattern.compile("(?<=\\.\\d{9})\\d+");
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .appendValue(ChronoField.YEAR, 4, 9, SignStyle.NORMAL).appendPattern("-MM-dd").optionalStart()
            .appendPattern("[ ]['T']HH:mm").optionalStart().appendPattern(":ss").optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd().optionalEnd()
            .appendPattern("[ ][XXX][XX][X]['UTC']['GMT']").optionalEnd().toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    /** Later as seconds than anything that happens, as milliseconds since 1973. */
    private static final long MILLIS_FROM = 100_000_000_000L;

    private TimeText() {
    }

    /** {@code null} where the text is no time. */
    public static Instant of(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        if (COUNT.matcher(text).matches()) {
            return ofCount(Long.parseLong(text));
        }
        String plain = BEYOND_NANOS.matcher(text.startsWith("+") ? text.substring(1) : text).replaceFirst("");
        try {
            return Instant.parse(plain.indexOf('-') > 4 ? "+" + plain : plain);
        } catch (DateTimeException e) {
            return ofOtherForm(plain);
        }
    }

    /** {@code null} where it is no time; large ones count milliseconds. */
    public static Instant ofCount(long count) {
        try {
            return Math.abs(count) < MILLIS_FROM ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant ofOtherForm(String text) {
        try {
            TemporalAccessor read = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime time) {
                return time.toInstant();
            }
            return read instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC)
                    : ((LocalDate) read).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
