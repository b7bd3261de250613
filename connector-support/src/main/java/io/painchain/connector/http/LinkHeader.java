package io.painchain.connector.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Link} header of RFC 8288, as far as paging needs it. */
final class LinkHeader {

    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>([^<]*+)");
    private static final Pattern RELATIONS = Pattern.compile("(?i)(?<![\\w*])rel\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\\s\",;]*+))");

    private LinkHeader() {
    }

    static Optional<String> next(String header) {
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            Matcher relations = RELATIONS.matcher(link.group(2));
            if (relations.find() && named(relations).contains("next")) {
                return Optional.of(link.group(1).strip());
            }
        }
        return Optional.empty();
    }

    private static List<String> named(Matcher relations) {
        String names = relations.group(1) == null ? relations.group(2) : relations.group(1);
        return List.of(names.toLowerCase(Locale.ROOT).split("\\s+"));
    }
}
