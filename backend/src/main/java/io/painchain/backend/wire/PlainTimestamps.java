package io.painchain.backend.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Timestamps in the one form that nearly all have, {@code 2026-01-31T12:00:00.123Z}: read and written as {@code Instant} does
 * it, in a tenth of the time.
 */
public final class PlainTimestamps {

    /** Long enough for any. */
    public static final int MOST_CHARACTERS = 30;

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int DIGITS_OF_NANOS = 9;
    private static final int LAST_YEAR = 9_999;
    private static final int GROUP = 1_000;

    private PlainTimestamps() {
    }

    /**
     * @return {@code null} where it is of another form
     * @throws java.time.DateTimeException where there is no such day or time
     */
    public static Instant parse(String text) {
        int end = text.length() - 1;
        if (end < FORM.length() || text.charAt(end) != 'Z' || !hasForm(text)) {
            return null;
        }
        int nanos = nanos(text, end);
        if (nanos < 0) {
            return null;
        }
        var date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        var time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanos);
        return date.atTime(time).toInstant(ZoneOffset.UTC);
    }

    private static boolean hasForm(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            boolean fits = FORM.charAt(i) == '0' ? isDigit(text.charAt(i)) : FORM.charAt(i) == text.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** @return -1 where what stands between seconds and zone is no fraction */
    private static int nanos(String text, int end) {
        int first = FORM.length() + 1;
        int digits = end - first;
        if (digits == -1) {
            return 0;
        }
        if (text.charAt(first - 1) != '.' || digits < 1 || digits > DIGITS_OF_NANOS) {
            return -1;
        }
        int nanos = 0;
        for (int i = 0; i < DIGITS_OF_NANOS; i++) {
            char digit = i < digits ? text.charAt(first + i) : '0';
            if (!isDigit(digit)) {
                return -1;
            }
            nanos = nanos * 10 + digit - '0';
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** @return how many characters were written, or 0 where it is none of the years 0 to 9999 */
    public static int write(Instant instant, char[] target) {
        var time = instant.atOffset(ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            return 0;
        }
        FORM.getChars(0, FORM.length(), target, 0);
        put(target, 3, time.getYear());
        put(target, 6, time.getMonthValue());
        put(target, 9, time.getDayOfMonth());
        put(target, 12, time.getHour());
        put(target, 15, time.getMinute());
        put(target, 18, time.getSecond());
        int end = FORM.length() + putFraction(target, instant.getNano());
        target[end] = 'Z';
        return end + 1;
    }

    /** In groups of three digits, as many as it takes. */
    private static int putFraction(char[] target, int nanos) {
        if (nanos == 0) {
            return 0;
        }
        int digits = DIGITS_OF_NANOS;
        int fraction = nanos;
        while (fraction % GROUP == 0) {
            fraction /= GROUP;
            digits -= 3;
        }
        int start = FORM.length();
        target[start] = '.';
        for (int i = 1; i <= digits; i++) {
            target[start + i] = '0';
        }
        put(target, start + digits, fraction);
        return digits + 1;
    }

    /** Over zeros. */
    private static void put(char[] target, int last, int number) {
        int at = last;
        for (int rest = number; rest > 0; rest /= 10) {
            target[at--] = (char) ('0' + rest % 10);
        }
    }
}
