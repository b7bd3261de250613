package io.painchain.backend.event.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into runs of letters and digits in lower case: {@code acme/api} is {@code acme}, {@code api}. Ideographs
 * and symbols beyond ASCII are words of their own; invisible characters are dropped.
 */
public final class SearchTokens {

    /** Prefix of a SHA, which is found by its beginning and is no word of the text. */
    public static final String SHA = "#";

    /** Longer runs are cut: base64 and the like are found by their beginning. */
    static final int LONGEST = 100;

    private SearchTokens() {
    }

    public static List<String> of(String text) {
        var tokens = new ArrayList<String>();
        var clean = SearchText.of(text);
        int start = -1;
        int next;
        for (int i = 0; i < clean.length(); i = next) {
            int character = clean.codePointAt(i);
            next = i + Character.charCount(character);
            if (isPartOfWord(character)) {
                start = start < 0 ? i : start;
                continue;
            }
            add(tokens, clean, start, i);
            start = -1;
            if (standsAlone(character)) {
                tokens.add(clean.substring(i, next));
            }
        }
        add(tokens, clean, start, clean.length());
        return tokens;
    }

    private static void add(List<String> tokens, String text, int start, int end) {
        if (start >= 0) {
            tokens.add(text.substring(start, cut(text, start, end)));
        }
    }

    private static int cut(String text, int start, int end) {
        int cut = Math.min(end, start + LONGEST);
        return cut < end && Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
    }

    private static boolean isPartOfWord(int character) {
        if (character < 128) {
            return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
        }
        return SearchText.isMark(character) || Character.isLetterOrDigit(character) && !isWritingWithoutSpaces(character);
    }

    private static boolean standsAlone(int character) {
        if (character < 128) {
            return false;
        }
        int type = Character.getType(character);
        return type == Character.OTHER_SYMBOL || type == Character.MATH_SYMBOL || isWritingWithoutSpaces(character);
    }

    private static boolean isWritingWithoutSpaces(int character) {
        if (!Character.isLetter(character)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
