package io.painchain.connector.draft;

import java.util.Locale;

/** Text as the contract wants it. */
public final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {
    }

    /** The text with NUL and unpaired surrogates replaced, shortened to so many characters; empty text is {@code null}. */
    public static String fit(String text, int limit) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return shorten(clean(text), limit);
    }

    public static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("[\\r\\n\\u2028\\u2029\\u0085]+", " ").strip();
    }

    /** The first line of a commit's message; {@code null} where there is none. */
    public static String firstLine(String text) {
        return text == null ? null : text.strip().lines().findFirst().map(String::strip).orElse(null);
    }

    public static String shortSha(String sha, int digits) {
        return sha == null || sha.length() <= digits ? sha : sha.substring(0, digits);
    }

    /** The provider's word in lower snake case. */
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
}
