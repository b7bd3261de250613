package io.painchain.connector.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Link} header of RFC 8288, as far as paging needs it. */
final class LinkHeader {

    private static final Pattern NEXT = Pattern.compile("<([^<>]*+)>\\s*+;[^,<]*(?<!\\w)rel=\"?next\"?");

    private LinkHeader() {
    }

    static Optional<String> next(String header) {
        Matcher matcher = NEXT.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
