package io.painchain.connector.draft;

import java.util.Locale;

/** U+FFFD replaces what cannot be stored; a line closes its direction marks, so that they affect no other text. */
public final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {
    }

    /** Several lines, shortened to {@code limit}; empty text gives {@code null}. */
    public static String fit(String text, int limit) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return closed(shorten(lines(text), limit), limit);
    }

    public static String fitLine(String text, int limit) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return closed(shorten(oneLine(text), limit), limit);
    }

    public static String oneLine(String text) {
        return text == null ? "" : line(text).strip();
    }

    public static String line(String text) {
        if (text == null) {
            return null;
        }
        String clean = clean(text);
        StringBuilder line = new StringBuilder(clean.length());
        boolean afterEnd = false;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean end = isLineEnd(c);
            if (end || c == '\t') {
                line.append(end && afterEnd ? "" : " ");
            } else {
                line.append(Character.isISOControl(c) ? REPLACEMENT : c);
            }
            afterEnd = end;
        }
        return Directions.closed(line.toString());
    }

    public static String firstLine(String text) {
        return text == null ? null : text.strip().lines().findFirst().map(String::strip).orElse(null);
    }

    public static String shortSha(String sha, int digits) {
        return sha == null || sha.length() <= digits ? sha : sha.substring(0, digits);
    }

    public static String word(String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    public static String shorten(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, end) + "…";
    }

    /** Replaces what PostgreSQL and UTF-8 cannot hold. */
    public static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean == null ? text : clean.toString();
    }

    public static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    public static String lines(String text) {
        StringBuilder lines = new StringBuilder(clean(text));
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                lines.setCharAt(i, isLineEnd(c) ? '\n' : REPLACEMENT);
            }
        }
        return Directions.closed(lines.toString());
    }

    /** A cut may remove closing marks; where they do not fit, nothing is left to close. */
    private static String closed(String text, int limit) {
        String closed = Directions.closed(text);
        return closed.length() <= limit ? closed : Directions.without(text);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
