package io.painchain.model.validation;

/** Text that is shown on one line: control characters, which a terminal would obey, are not kept in it. */
public final class OneLine {

    private static final char REPLACEMENT = '\uFFFD';

    private OneLine() {
    }

    /** Tabs and line ends as blanks, other control characters as U+FFFD; {@code null} stays. */
    public static String of(String text) {
        if (text == null || text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        var line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append(Character.isISOControl(c) ? sign((char) c) : (char) c));
        return line.toString();
    }

    private static char sign(char control) {
        return control == '\t' || control == '\n' || control == '\r' ? ' ' : REPLACEMENT;
    }
}
