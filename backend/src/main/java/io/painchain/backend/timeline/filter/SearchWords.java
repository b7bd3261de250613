package io.painchain.backend.timeline.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.painchain.backend.event.search.SearchTokens;
import io.painchain.model.validation.FieldError;

/** Words, {@code "phrases"}, {@code -not}, the last word as a prefix, as a {@code tsquery}; split as events' texts are. */
final class SearchWords {

    private static final int LONGEST = 1_000;
    private static final Pattern WORD = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{7,40}");

    private SearchWords() {
    }

    /** @return {@code null} where there is nothing to look for */
    static String parse(String text, List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST) {
            errors.add(new FieldError("q", "must have " + LONGEST + " characters at most"));
            return null;
        }
        var terms = new ArrayList<String>();
        var words = WORD.matcher(text);
        while (words.find()) {
            boolean negated = !words.group(1).isEmpty();
            boolean phrase = words.group(2) != null;
            var tokens = SearchTokens.of(phrase ? words.group(2) : words.group(3));
            boolean prefix = !phrase && !negated && text.substring(words.end()).isBlank();
            if (!tokens.isEmpty()) {
                terms.add((negated ? "!" : "") + term(tokens, prefix, !phrase));
            }
        }
        return terms.isEmpty() ? null : String.join(" & ", terms);
    }

    private static String term(List<String> tokens, boolean prefix, boolean maybeSha) {
        var words = tokens.stream().map(token -> "'" + token + "'").collect(Collectors.joining(" <-> "));
        var term = prefix ? words + ":*" : words;
        if (maybeSha && tokens.size() == 1 && HEX.matcher(tokens.get(0).toLowerCase(Locale.ROOT)).matches()) {
            return "(" + term + " | '" + SearchTokens.SHA + tokens.get(0) + "':*)";
        }
        return tokens.size() > 1 ? "(" + term + ")" : term;
    }
}
