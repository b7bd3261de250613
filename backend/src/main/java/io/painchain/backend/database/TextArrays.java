package io.painchain.backend.database;

import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's text form of a one-dimensional {@code text[]} without nulls; the driver's own reader costs several times as
 * much.
 */
final class TextArrays {

    private TextArrays() {
    }

    static List<String> parse(String literal) {
        if (literal == null) {
            return null;
        }
        var values = new ArrayList<String>();
        int end = literal.length() - 1;
        for (int i = 1; i < end; i++) {
            i = literal.charAt(i) == '"' ? addQuoted(values, literal, i + 1) : addBare(values, literal, i, end);
        }
        return List.copyOf(values);
    }

    /** @return where the comma after it is */
    private static int addBare(List<String> values, String literal, int start, int end) {
        int comma = literal.indexOf(',', start);
        int stop = comma < 0 ? end : comma;
        values.add(literal.substring(start, stop));
        return stop;
    }

    private static int addQuoted(List<String> values, String literal, int start) {
        int close = start;
        boolean escaped = false;
        for (char character = literal.charAt(close); character != '"'; character = literal.charAt(close)) {
            escaped |= character == '\\';
            close += character == '\\' ? 2 : 1;
        }
        var value = literal.substring(start, close);
        values.add(escaped ? unescaped(value) : value);
        return close + 1;
    }

    private static String unescaped(String value) {
        var plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            i += value.charAt(i) == '\\' ? 1 : 0;
            plain.append(value.charAt(i));
        }
        return plain.toString();
    }
}
