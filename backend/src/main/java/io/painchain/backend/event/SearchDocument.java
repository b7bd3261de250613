package io.painchain.backend.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an event can be found by, as a {@code tsvector}: the tags' words first, with weight A, so that an update can keep them
 * while it exchanges the rest; then the text's words, then {@code #} and each SHA of the correlation keys. Positions make
 * phrases; between two fields one is left out, so that no phrase reaches from one into the next.
 */
final class SearchDocument {

    /** PostgreSQL's own limit; what comes behind it in a description cannot be found. */
    private static final int LAST_POSITION = 16_383;
    private static final int MOST_POSITIONS_OF_A_WORD = 250;
    private static final Pattern HEX = Pattern.compile("(?<![0-9A-Za-z])[0-9a-fA-F]{7,64}(?![0-9A-Za-z])");

    private final Map<String, StringBuilder> positions = new LinkedHashMap<>();
    private int position = 1;

    private SearchDocument() {
    }

    static String of(List<String> texts, List<String> tags, List<String> correlationKeys) {
        var document = new SearchDocument();
        tags.forEach(tag -> document.add(tag, "A"));
        texts.stream().filter(text -> text != null).forEach(text -> document.add(text, ""));
        correlationKeys.forEach(document::addShas);
        return document.literal();
    }

    private void add(String text, String weight) {
        for (var token : SearchTokens.of(text)) {
            put(token, weight);
            position++;
        }
        position++;
    }

    private void put(String token, String weight) {
        if (position > LAST_POSITION) {
            return;
        }
        var known = positions.computeIfAbsent(token, word -> new StringBuilder());
        if (known.length() > MOST_POSITIONS_OF_A_WORD * 6) {
            return;
        }
        known.append(known.isEmpty() ? "" : ",").append(position).append(weight);
    }

    private void addShas(String key) {
        var sha = HEX.matcher(key);
        while (sha.find()) {
            positions.computeIfAbsent(SearchTokens.SHA + sha.group().toLowerCase(Locale.ROOT), word -> new StringBuilder("1"));
        }
    }

    private String literal() {
        var literal = new StringBuilder();
        positions.forEach((word, places) -> literal.append('\'').append(word).append("':").append(places).append(' '));
        return literal.toString();
    }
}
