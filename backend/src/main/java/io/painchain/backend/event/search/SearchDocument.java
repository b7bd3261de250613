package io.painchain.backend.event.search;

import java.util.List;

/**
 * An event as a {@code tsvector}: words of its tags with weight A, so that an update keeps them while it replaces the
 * rest; then words of its text, then {@code #} and each SHA of its correlation keys. A gap between fields keeps phrases
 * within one.
 */
public final class SearchDocument {

    /** PostgreSQL's limit; later words of a description cannot be found. */
    private static final int LAST_POSITION = 16_383;
    /** At three bytes each just below a megabyte, the longest {@code tsvector}. */
    private static final int MOST_CHARACTERS = 340_000;

    private final StringBuilder literal = new StringBuilder(1_024);
    private int position = 1;

    private SearchDocument() {
    }

    public static String of(List<String> texts, List<String> tags, List<String> correlationKeys) {
        var document = new SearchDocument();
        tags.forEach(tag -> document.add(tag, "A"));
        texts.stream().filter(text -> text != null).forEach(text -> document.add(text, ""));
        correlationKeys.forEach(document::addShas);
        return document.literal.toString();
    }

    private void add(String text, String weight) {
        for (var token : SearchTokens.of(text)) {
            if (position <= LAST_POSITION && literal.length() < MOST_CHARACTERS) {
                literal.append('\'').append(token).append("':").append(position).append(weight).append(' ');
            }
            position++;
        }
        position++;
    }

    private void addShas(String key) {
        EventLinks.shas(key).forEach(sha -> literal.append('\'').append(sha).append("':1 "));
    }
}
