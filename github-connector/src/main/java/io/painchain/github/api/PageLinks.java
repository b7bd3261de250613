package io.painchain.github.api;

import java.net.URI;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.painchain.connector.http.HttpAnswer;

/**
 * Whether the server's links to further pages arrive, or a proxy takes them out. A page of one record tells: one of a list of
 * more is always linked to the next.
 */
final class PageLinks {

    private static final Pattern SIZE = Pattern.compile("(?<=[?&]per_page=)\\d{1,4}");
    private static final Pattern PAGE = Pattern.compile("&page=\\d{1,6}|(?<=\\?)page=\\d{1,6}&");

    /** {@code null}: unknown yet. */
    private volatile Boolean arrive;

    /** Takes note of what an answer shows. */
    boolean isLinked(HttpAnswer answer) {
        boolean linked = answer.header("link").isPresent();
        if (linked) {
            arrive = true;
        }
        return linked;
    }

    /** @param fullPage of a list that has more than one record, and no link */
    boolean arrive(URI fullPage, Function<URI, HttpAnswer> get) {
        if (arrive == null) {
            String list = PAGE.matcher(fullPage.toString()).replaceAll("");
            arrive = isLinked(get.apply(URI.create(SIZE.matcher(list).replaceFirst("1"))));
        }
        return arrive;
    }
}
