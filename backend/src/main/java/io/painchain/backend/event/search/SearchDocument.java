package io.painchain.backend.event.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an event can be found by, as a {@code tsvector}: the tags' words first, with weight A, so that an update can keep them
 * while it exchanges the rest; then the text's words, then {@code #} and each SHA of the correlation keys. Positions make
 * phrases; between two fields one is left out, so that no phrase reaches from one into the next.
 */
public final class SearchDocument {

    /** PostgreSQL's own limit; what comes behind it in a description cannot be found. */
    private static final int LAST_POSITION = 16_383;
    /** Three bytes each are just below a megabyte, which is the longest {@code tsvector}. */
    private static final int MOST_CHARACTERS = 340_000;
    private static final Pattern HEX = Pattern.compile("(?<![0-9A-Za-z])[0-9a-fA-F]{7,64}(?![0-9A-Za-z])");

    /** A word each time that it occurs: PostgreSQL puts its places together, and drops those beyond its own limit. */
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
        var sha = HEX.matcher(key);
        while (sha.find()) {
            literal.append('\'').append(SearchTokens.SHA).append(sha.group().toLowerCase(Locale.ROOT)).append("':1 ");
        }
    }
}
