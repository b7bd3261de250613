package io.painchain.backend.event.search;

import java.text.Normalizer;
import java.util.Locale;

/** Lower case and NFKC without invisible characters. Linear, where the JDK's methods are quadratic in Σ, İ and marks. */
final class SearchText {

    /** Marks per letter; Unicode's stream-safe text allows 30. */
    private static final int MOST_MARKS = 30;

    private static final int DOT = 0x307;

    private SearchText() {
    }

    static String of(String text) {
        return isAscii(text) ? text.toLowerCase(Locale.ROOT)
                : lowerCase(Normalizer.normalize(lowerCase(visible(text)), Normalizer.Form.NFKC));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String visible(String text) {
        var visible = new StringBuilder(text.length());
        int marks = 0;
        int character;
        for (int i = 0; i < text.length(); i += Character.charCount(character)) {
            character = text.codePointAt(i);
            if (isInvisible(character)) {
                continue;
            }
            marks = isMark(character) ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                visible.appendCodePoint(character);
            }
        }
        return visible.toString();
    }

    /** Each letter by itself, so that Σ is σ wherever it stands; i with a dot or without one and ß are as in upper case. */
    private static String lowerCase(String text) {
        var lower = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case 'İ', 'ı' -> lower.append('i');
                case 'ς' -> lower.append('σ');
                case 'ß', 'ẞ' -> lower.append("ss");
                case DOT -> lower.append(endsWithI(lower) ? "" : "\u0307");
                default -> lower.appendCodePoint(Character.toLowerCase(character));
            }
        });
        return lower.toString();
    }

    private static boolean endsWithI(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == 'i';
    }

    static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> true;
            case Character.NON_SPACING_MARK -> isVariation(character) || character == 0x34F; // combining grapheme joiner
            case Character.OTHER_LETTER -> isFiller(character);
            default -> false;
        };
    }

    private static boolean isVariation(int character) {
        return character >= 0xFE00 && character <= 0xFE0F || character >= 0xE0100 && character <= 0xE01EF
                || character >= 0x180B && character <= 0x180F;
    }

    private static boolean isFiller(int character) {
        return character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0;
    }
}
